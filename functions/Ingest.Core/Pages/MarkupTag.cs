using System.Buffers;
using System.Text;

namespace Ingest.Core.Pages;

/// <summary>A start tag in markup.</summary>
internal readonly ref struct MarkupTag
{
    /// <summary>Most attributes of a regular tag.</summary>
    public const int MostRead = 32;

    private const int LongestRegular = 512;

    private static readonly SearchValues<char> Unquotable = SearchValues.Create("\"'`<=/");

    private readonly ReadOnlySpan<char> _all;

    private MarkupTag(ReadOnlySpan<char> all, int start, int nameLength, int end, bool selfClosed, bool regular)
    {
        _all = all;
        Start = start;
        NameLength = nameLength;
        End = end;
        SelfClosed = selfClosed;
        Regular = regular;
    }

    /// <summary>Where its '&lt;' stands.</summary>
    public int Start { get; }

    /// <summary>Where its name begins.</summary>
    public int NameStart => Start + 1;

    /// <summary>One past its '&gt;'; -1 when the page ends inside the tag.</summary>
    public int End { get; }

    /// <summary>Whether it ends in "/&gt;".</summary>
    public bool SelfClosed { get; }

    /// <summary>Whether every reader of markup reads its attributes the same way, and they are short.</summary>
    public bool Regular { get; }

    /// <summary>Of how many parts the tag can be freed because nothing reads them; only of regular tags.</summary>
    public int Cuts { get; private init; }

    /// <summary>Whether it has no attribute that anything reads; only of regular tags.</summary>
    public bool Bare { get; private init; }

    /// <summary>Its name as written.</summary>
    public ReadOnlySpan<char> Name => _all.Slice(NameStart, NameLength);

    private int NameLength { get; }

    /// <summary>The name that begins at a place; empty when none does.</summary>
    public static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> all, int at)
    {
        var end = at;
        while (end < all.Length && !IsNameEnd(all[end]))
        {
            end++;
        }

        return at >= all.Length ? [] : all[at..end];
    }

    /// <summary>Reads the tag whose '&lt;' stands at a place and is followed by a letter or '/'.</summary>
    public static MarkupTag Read(ReadOnlySpan<char> all, int start) => Read(all, start, []);

    /// <summary>The same, and which parts of it nothing reads.</summary>
    /// <param name="all">The markup.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="cuts">Takes where such parts begin and end, in pairs; what does not fit is kept.</param>
    public static MarkupTag Read(ReadOnlySpan<char> all, int start, Span<int> cuts)
    {
        var name = NameAt(all, start + 1);
        var attributes = new AttributeScanner(all, start + 1 + name.Length);
        var uses = new AttributeUses(name);
        Span<(int From, int Name, int To, AttributeUse Use)> read = stackalloc (int, int, int, AttributeUse)[cuts.IsEmpty ? 0 : MostRead];
        var count = 0;
        var regular = name.Length <= 64;
        var from = start + 1 + name.Length;
        while (attributes.Next())
        {
            regular &= attributes.Regular && attributes.NameLength + attributes.ValueLength <= LongestRegular;
            if (count < read.Length)
            {
                read[count] = (from, attributes.NameEnd, attributes.At, uses.Of(attributes.Name, attributes.Value));
            }

            count++;
            from = attributes.At;
        }

        var end = attributes.End;
        var selfClosed = end >= 2 && attributes.SelfClosed;
        regular &= count <= MostRead && attributes.Tidy;
        var tag = new MarkupTag(all, start, name.Length, end, selfClosed, regular);
        if (!regular)
        {
            return tag;
        }

        var parts = Cut(read[..Math.Min(count, read.Length)], uses, cuts, out var kept);
        return tag with { Cuts = parts, Bare = kept == 0 };
    }

    // Neighbours are cut as one.
    private static int Cut(ReadOnlySpan<(int From, int Name, int To, AttributeUse Use)> read, AttributeUses uses, Span<int> cuts, out int kept)
    {
        var count = 0;
        kept = read.Length;
        foreach (var (from, name, to, use) in read)
        {
            if (!uses.IsCut(use, out var onlyValue) || (onlyValue && name == to))
            {
                continue;
            }

            kept -= onlyValue ? 0 : 1;

            var first = onlyValue ? name : from;
            if (count > 0 && cuts[(2 * count) - 1] == first)
            {
                cuts[(2 * count) - 1] = to;
            }
            else if ((2 * count) + 1 < cuts.Length)
            {
                (cuts[2 * count], cuts[(2 * count) + 1]) = (first, to);
                count++;
            }
        }

        return count;
    }

    /// <summary>The value of an attribute; empty when the tag has none of the name.</summary>
    public ReadOnlySpan<char> Value(string name)
    {
        var attributes = new AttributeScanner(_all, NameStart + NameLength);
        while (attributes.Next())
        {
            if (attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attributes.Value;
            }
        }

        return [];
    }

    /// <summary>The tag with its attributes in plain form, without those that are of no use or longer than they may be.</summary>
    public string Rewritten(int maxAttributes, int maxLength)
    {
        var tag = new StringBuilder().Append('<').Append(Name[..Math.Min(NameLength, 64)]);
        var attributes = new AttributeScanner(_all, NameStart + NameLength);
        var uses = new AttributeUses(Name);
        var count = 0;
        while (count < maxAttributes && attributes.Next())
        {
            if (attributes.NameLength is 0 or > 64 || attributes.ValueLength > maxLength || !IsPlain(attributes.Name) || uses.Of(attributes.Name, attributes.Value) == AttributeUse.Never)
            {
                continue;
            }

            count++;
            tag.Append(' ').Append(attributes.Name);
            if (attributes.ValueLength > 0)
            {
                var quote = attributes.Value.Contains('"') ? '\'' : '"';
                tag.Append('=').Append(quote).Append(quote == '"' ? attributes.Value : attributes.Value.ToString().Replace("'", "&#39;", StringComparison.Ordinal)).Append(quote);
            }
        }

        return tag.Append('>').ToString();
    }

    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or ':' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNameEnd(char c) => c is '>' or '/' or '<' || char.IsWhiteSpace(c) || c == '\0';

    /// <summary>Walks the attributes of a tag.</summary>
    private ref struct AttributeScanner(ReadOnlySpan<char> all, int at)
    {
        private readonly ReadOnlySpan<char> _all = all;
        private int _at = at;
        private int _nameStart;
        private int _valueStart;

        public int NameLength { get; private set; }

        /// <summary>One past the attribute at hand.</summary>
        public readonly int At => _at;

        /// <summary>One past its name.</summary>
        public readonly int NameEnd => _nameStart + NameLength;

        public int ValueLength { get; private set; }

        /// <summary>One past the '&gt;', when there are no more attributes; -1 when the page ends first.</summary>
        public int End { get; private set; }

        public bool SelfClosed { get; private set; }

        /// <summary>Whether the attribute at hand is written plainly.</summary>
        public bool Regular { get; private set; }

        /// <summary>Whether nothing stood between the attributes but white space.</summary>
        public bool Tidy { get; private set; } = true;

        public readonly ReadOnlySpan<char> Name => _all.Slice(_nameStart, NameLength);

        public readonly ReadOnlySpan<char> Value => _all.Slice(_valueStart, ValueLength);

        public bool Next()
        {
            var before = _at;
            SelfClosed = false;
            while (_at < _all.Length && (char.IsWhiteSpace(_all[_at]) || _all[_at] is '/' or '\0'))
            {
                SelfClosed = _all[_at] == '/';
                Tidy &= _all[_at] is not '\0';
                _at++;
            }

            if (_at >= _all.Length)
            {
                End = -1;
                return false;
            }

            if (_all[_at] == '>')
            {
                End = _at + 1;
                return false;
            }

            if (_all[_at] == '<')
            {
                // The tag was never closed: the next one ends it.
                Tidy = false;
                End = _at;
                return false;
            }

            Tidy &= !SelfClosed;
            Regular = _at > before;
            _nameStart = _at++;
            while (_at < _all.Length && _all[_at] != '=' && !IsNameEnd(_all[_at]))
            {
                _at++;
            }

            NameLength = _at - _nameStart;
            Regular &= IsPlain(Name);
            ReadValue();
            return true;
        }

        private void ReadValue()
        {
            var at = _at;
            while (at < _all.Length && char.IsWhiteSpace(_all[at]))
            {
                at++;
            }

            ValueLength = 0;
            _valueStart = _at;
            if (at >= _all.Length || _all[at] != '=')
            {
                return;
            }

            at++;
            while (at < _all.Length && char.IsWhiteSpace(_all[at]))
            {
                at++;
            }

            if (at < _all.Length && _all[at] is '"' or '\'')
            {
                var close = _all[(at + 1)..].IndexOf(_all[at]);
                if (close >= 0)
                {
                    _valueStart = at + 1;
                    ValueLength = close;
                    _at = _valueStart + close + 1;
                    return;
                }

                // The quote is never closed: the tag ends where it would without it.
                Regular = false;
                at++;
            }

            _valueStart = at;
            while (at < _all.Length && _all[at] != '>' && !char.IsWhiteSpace(_all[at]))
            {
                at++;
            }

            ValueLength = at - _valueStart;
            Regular &= !Value.ContainsAny(Unquotable);
            _at = at;
        }
    }
}
