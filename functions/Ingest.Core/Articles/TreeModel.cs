using System.Globalization;

namespace Ingest.Core.Articles;

/// <summary>A sum of decision trees over a row of numbers, read from an embedded file that says how it was trained.</summary>
internal sealed class TreeModel
{
    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly float _base;

    // The least and the most that the trees from one on can still add.
    private readonly float[] _least;
    private readonly float[] _most;

    private TreeModel(float start, List<int> roots, List<short> features, List<float> values, List<int> others)
    {
        _base = start;
        _roots = [.. roots];
        _nodes = [.. features.Select((feature, i) => new Node(values[i], others[i], feature))];
        _least = new float[_roots.Length + 1];
        _most = new float[_roots.Length + 1];
        for (var tree = _roots.Length - 1; tree >= 0; tree--)
        {
            var end = tree + 1 < _roots.Length ? _roots[tree + 1] : _nodes.Length;
            var leaves = _nodes[_roots[tree]..end].Where(node => node.Feature < 0).Select(node => node.Value).ToList();
            _least[tree] = _least[tree + 1] + leaves.Min();
            _most[tree] = _most[tree + 1] + leaves.Max();
        }
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

    /// <summary>Whether the likelihood, from 0 to 1, that a row belongs to the class is above a bar. Stops adding when what is
    /// left cannot change the answer.</summary>
    public bool Exceeds(ReadOnlySpan<float> row, float bar)
    {
        var needed = MathF.Log(bar / (1 - bar));
        var sum = _base;
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            if (sum + _most[tree] <= needed)
            {
                return false;
            }

            if (sum + _least[tree] > needed)
            {
                return true;
            }

            var at = _roots[tree];
            ref readonly var node = ref _nodes[at];
            while (node.Feature >= 0)
            {
                at = row[node.Feature] <= node.Value ? at + 1 : node.Other;
                node = ref _nodes[at];
            }

            sum += node.Value;
        }

        return sum > needed;
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
