using System.Globalization;

namespace Ingest.Core.Articles;

/// <summary>A sum of decision trees over a row of numbers, read from an embedded file that says how it was trained.</summary>
internal sealed class TreeModel
{
    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly float _base;

    private TreeModel(float start, List<int> roots, List<short> features, List<float> values, List<int> others)
    {
        _base = start;
        _roots = [.. roots];
        _nodes = [.. features.Select((feature, i) => new Node(values[i], others[i], feature))];
    }

    /// <summary>Reads a model: lines that begin with '#' are notes, then "base" with its value, then one tree a line in
    /// pre-order, an inner node as "feature:threshold", a leaf as its value.</summary>
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
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith("base ", StringComparison.Ordinal))
            {
                start = float.Parse(line.AsSpan(5), CultureInfo.InvariantCulture);
                continue;
            }

            roots.Add(features.Count);
            var tokens = new Queue<string>(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Add(tokens, features, values, others);
        }

        return new TreeModel(start, roots, features, values, others);
    }

    /// <summary>The likelihood, from 0 to 1, that a row belongs to the class.</summary>
    public float Likelihood(ReadOnlySpan<float> row)
    {
        var sum = _base;
        foreach (var root in _roots)
        {
            var at = root;
            ref readonly var node = ref _nodes[at];
            while (node.Feature >= 0)
            {
                at = row[node.Feature] <= node.Value ? at + 1 : node.Other;
                node = ref _nodes[at];
            }

            sum += node.Value;
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

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
