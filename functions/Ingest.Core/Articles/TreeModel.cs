using System.Globalization;

namespace Ingest.Core.Articles;

/// <summary>A sum of decision trees over a row of numbers, read from an embedded file that says how it was trained.</summary>
internal sealed class TreeModel
{
    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly float _base;

    // For each bar the sums behind each tree by which the answer is known.
    private readonly List<(float Bar, float[] Low, float[] High)> _stops;

    private TreeModel(float start, List<int> roots, List<short> features, List<float> values, List<int> others, List<(float Bar, float[] Low, float[] High)> stops)
    {
        _base = start;
        _roots = [.. roots];
        _nodes = [.. features.Select((feature, i) => new Node(values[i], others[i], feature))];
        _stops = stops;
        if (stops.Exists(stop => stop.Low.Length != _roots.Length))
        {
            throw new InvalidDataException("The model's stops are not of its trees.");
        }
    }

    /// <summary>
    /// Reads a model: lines that begin with '#' are notes, then "base" with its value, lines "stop BAR low:high ..." with the
    /// sums behind each tree by which the answer is known, then one tree a line in pre-order, an inner node as
    /// "feature:threshold", a leaf as its value.
    /// </summary>
    public static TreeModel Load(string name)
    {
        using var stream = typeof(TreeModel).Assembly.GetManifestResourceStream($"Ingest.Core.Articles.Data.{name}")
            ?? throw new InvalidOperationException($"The model {name} is not embedded.");
        using var lines = new StreamReader(stream);
        var start = 0f;
        List<int> roots = [];
        List<short> features = [];
        List<float> values = [];
        List<int> others = [];
        List<(float Bar, float[] Low, float[] High)> stops = [];
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith("base ", StringComparison.Ordinal))
            {
                start = Number(line[5..]);
                continue;
            }

            if (line.StartsWith("stop ", StringComparison.Ordinal))
            {
                var words = line.Split(' ');
                var sums = words[2..].Select(word => Array.ConvertAll(word.Split(':'), Number)).ToList();
                stops.Add((Number(words[1]), [.. sums.Select(sum => sum[0])], [.. sums.Select(sum => sum[1])]));
                continue;
            }

            roots.Add(features.Count);
            var tokens = new Queue<string>(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Add(tokens, features, values, others);
        }

        return new TreeModel(start, roots, features, values, others, stops);
    }

    /// <summary>Whether the likelihood, from 0 to 1, that a row belongs to the class is above a bar. Stops adding where the
    /// model says that the answer is known.</summary>
    public bool Exceeds(ReadOnlySpan<float> row, float bar)
    {
        var (low, high) = StopsOf(bar);
        var sum = _base;
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            var at = _roots[tree];
            ref readonly var node = ref _nodes[at];
            while (node.Feature >= 0)
            {
                at = row[node.Feature] <= node.Value ? at + 1 : node.Other;
                node = ref _nodes[at];
            }

            sum += node.Value;
            if (low.Length > 0 && (sum < low[tree] || sum > high[tree]))
            {
                return sum > high[tree];
            }
        }

        return sum > MathF.Log(bar / (1 - bar));
    }

    private (float[] Low, float[] High) StopsOf(float bar)
    {
        foreach (var stop in _stops)
        {
            if (stop.Bar == bar)
            {
                return (stop.Low, stop.High);
            }
        }

        return ([], []);
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static void Add(Queue<string> tokens, List<short> features, List<float> values, List<int> others)
    {
        var token = tokens.Dequeue();
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        var at = features.Count;
        features.Add(colon < 0 ? (short)-1 : short.Parse(token.AsSpan(0, colon), CultureInfo.InvariantCulture));
        values.Add(float.Parse(token.AsSpan(colon + 1), CultureInfo.InvariantCulture));
        others.Add(0);
        if (colon >= 0)
        {
            Add(tokens, features, values, others);
            others[at] = features.Count;
            Add(tokens, features, values, others);
        }
    }

    /// <summary>A question, or an answer where the feature is negative. The smaller side stands next to it.</summary>
    private readonly record struct Node(float Value, int Other, short Feature);
}
