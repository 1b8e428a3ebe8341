using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Sums and look-ups over a page's blocks that the measures of single blocks need.</summary>
internal sealed class PageFacts
{
    // Together these bound the search for blocks in a stated body.
    private const int LongestStatedBody = 200_000;
    private const long SearchBudget = 50_000_000;

    private readonly Outline _outline;
    private readonly PageShape _shape;
    private readonly float[] _mass;
    private readonly float[] _links;
    private readonly Dictionary<(string, string, string), BlockGroup> _groups = [];
    private readonly BlockGroup[] _groupOf;
    private readonly int[] _nextHeading;
    private readonly int[] _furnitureHeading;
    private readonly int[] _headingLevel;
    private readonly string? _statedBody;
    private long _searched;

    private PageFacts(PageShape shape, string? statedBody, string? title, string? description, IReadOnlyList<string> authors)
    {
        _shape = shape;
        _outline = shape.Outline;
        var count = _outline.Blocks.Count;
        _mass = new float[count + 1];
        _links = new float[count + 1];
        _groupOf = new BlockGroup[count];
        _nextHeading = new int[count];
        _furnitureHeading = new int[count];
        _headingLevel = new int[count];
        Phrase = new int[count];
        Repeats = new int[count];
        Earlier = new int[count];
        NamesAuthor = new bool[count];
        IsTitle = new bool[count];
        IsDescription = new bool[count];
        SinceProse = new float[count];
        UntilProse = new float[count];
        HeadingBefore = new int[count];
        TitleBlock = -1;
        _statedBody = statedBody is { Length: > 200 and < LongestStatedBody } ? VisibleText.Normalise(statedBody) : null;
        Sum(title, description, authors);
        Sweep();
    }

    public int[] Phrase { get; }

    public int[] Repeats { get; }

    /// <summary>Number of blocks before it with the same text.</summary>
    public int[] Earlier { get; }

    /// <summary>Whether a short block names an author that the page states.</summary>
    public bool[] NamesAuthor { get; }

    public bool[] IsTitle { get; }

    public bool[] IsDescription { get; }

    public float[] SinceProse { get; }

    public float[] UntilProse { get; }

    public int[] HeadingBefore { get; }

    public int TitleBlock { get; private set; }

    public float AllProse { get; private set; }

    public bool HasStatedBody => _statedBody is not null;

    public static PageFacts Of(PageShape shape, string? statedBody, string? title, string? description, IReadOnlyList<string> authors) =>
        new(shape, statedBody, title, description, authors);

    public float Mass(int first, int end) => _mass[end] - _mass[first];

    public float LinkShare(int first, int end) => (_links[end] - _links[first]) / Math.Max(1, Mass(first, end));

    public BlockGroup GroupOf(int block) => _groupOf[block];

    public int NextHeading(int block) => _nextHeading[block];

    public float LastFurnitureHeading(int block) => _furnitureHeading[block] < 0 ? 60 : block - _furnitureHeading[block];

    /// <summary>The nearest element that holds other blocks too.</summary>
    public OutlineElement Around(int block)
    {
        var around = _outline.Elements[_outline.Blocks[block].Element];
        while (around.Parent >= 0 && around.EndBlock - around.FirstBlock < 2)
        {
            around = _outline.Elements[around.Parent];
        }

        return around;
    }

    public float HeadingLevel(int block) => _headingLevel[block];

    /// <summary>1 when the body that the page states for machines holds the block, 0 when it does not, -1 when the page
    /// states none.</summary>
    public float Stated(int block)
    {
        if (_statedBody is null)
        {
            return -1;
        }

        var text = _outline.Blocks[block].Text;
        _searched += _statedBody.Length;
        if (_searched > SearchBudget)
        {
            return -1;
        }

        var part = text.AsSpan(0, Math.Min(text.Length, 48));
        var line = part.IndexOf('\n');
        return _statedBody.AsSpan().IndexOf((line > 8 ? part[..line] : part).Trim(), StringComparison.Ordinal) >= 0 ? 1 : 0;
    }

    /// <summary>Whether the block is short and holds a year or a time.</summary>
    public bool HasDate(int block)
    {
        var text = _outline.Blocks[block].Text;
        if (text.Length > 80)
        {
            return false;
        }

        var digits = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                digits++;
                continue;
            }

            if (digits == 4 && text[i - 4] is '1' or '2')
            {
                return true;
            }

            digits = 0;
        }

        return false;
    }

    private void Sum(string? title, string? description, IReadOnlyList<string> authors)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var container = _outline.Elements[_shape.Container];
        for (var i = 0; i < _outline.Blocks.Count; i++)
        {
            var block = _outline.Blocks[i];
            var shape = _shape.Shapes[i];
            _mass[i + 1] = _mass[i] + shape.Mass;
            _links[i + 1] = _links[i] + (PageShape.LinkDensity(block) * shape.Mass);
            AllProse += _shape.Prose(i, i + 1);
            Phrase[i] = FurniturePhrases.KindOf(block.Apart);
            Earlier[i] = seen.GetValueOrDefault(block.Text);
            seen[block.Text] = Earlier[i] + 1;
            IsTitle[i] = title is not null && string.Equals(block.Text, title, StringComparison.OrdinalIgnoreCase);
            NamesAuthor[i] = block.Text.Length < 120 && authors.Any(author => author.Length > 3 && block.Text.Contains(author, StringComparison.OrdinalIgnoreCase));
            IsDescription[i] = description is { Length: > 20 } && Same(block.Text, description);
            TitleBlock = IsTitle[i] && (TitleBlock < 0 || i <= container.FirstBlock) ? i : TitleBlock;

            var element = _outline.Elements[block.Element];
            var parent = element.Parent >= 0 ? _outline.Elements[element.Parent] : element;
            var key = (element.Name + ' ' + parent.Name, element.ClassAndId, parent.ClassAndId);
            if (!_groups.TryGetValue(key, out var group))
            {
                _groups[key] = group = new BlockGroup();
            }

            group.Blocks++;
            group.Mass += Math.Max(1, shape.Mass);
            group.Links += PageShape.LinkDensity(block) * shape.Mass;
            group.Prose += _shape.Prose(i, i + 1);
            group.Sentences += shape.Sentences;
            group.InContainer += i >= container.FirstBlock && i < container.EndBlock ? 1 : 0;
            _groupOf[i] = group;
        }

        for (var i = 0; i < _outline.Blocks.Count; i++)
        {
            Repeats[i] = seen[_outline.Blocks[i].Text];
        }
    }

    private static bool Same(string text, string description)
    {
        var length = Math.Min(Math.Min(text.Length, description.Length), 60);
        return length > 20 && text.AsSpan(0, length).SequenceEqual(description.AsSpan(0, length));
    }

    private void Sweep()
    {
        var prose = -1;
        var heading = -1;
        var furniture = -1;
        for (var i = 0; i < _outline.Blocks.Count; i++)
        {
            SinceProse[i] = prose < 0 ? 60 : Math.Min(60, i - prose);
            prose = _shape.Prose(i, i + 1) > 0 ? i : prose;
            _headingLevel[i] = LevelOf(i);
            if (_headingLevel[i] > 0)
            {
                heading = i;
                furniture = Phrase[i] is > 0 and < 8 or 11 ? i : furniture;
            }

            HeadingBefore[i] = heading;
            _furnitureHeading[i] = furniture;
        }

        prose = -1;
        var next = _outline.Blocks.Count;
        for (var i = _outline.Blocks.Count - 1; i >= 0; i--)
        {
            UntilProse[i] = prose < 0 ? 60 : Math.Min(60, prose - i);
            prose = _shape.Prose(i, i + 1) > 0 ? i : prose;
            _nextHeading[i] = next;
            next = _headingLevel[i] > 0 ? i : next;
        }
    }

    private int LevelOf(int block)
    {
        var at = _outline.Blocks[block].Element;
        for (var steps = 0; at >= 0 && steps < 3; steps++, at = _outline.Elements[at].Parent)
        {
            if (_outline.Elements[at].Kind == ElementKind.Heading)
            {
                return _outline.Elements[at].Name[1] - '0';
            }
        }

        return 0;
    }
}

/// <summary>Sums over blocks of the same tags and classes.</summary>
internal sealed class BlockGroup
{
    public int Blocks { get; set; }

    public float Mass { get; set; }

    public float Links { get; set; }

    public float Prose { get; set; }

    public int Sentences { get; set; }

    public int InContainer { get; set; }
}
