using Ingest.Core.Articles;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts;

/// <summary>One article, read as far as all recognisers need it: words, names, films and what is spoken of where.</summary>
internal sealed class Reading
{
    private (Dictionary<string, int> Uses, Dictionary<string, HashSet<string>> ByPart)? _named;

    public Reading(Article article, IReadOnlyList<string> reviewed)
    {
        Article = article;
        Prose = new ProseText(article.Text, article.Title);
        BodyStart = AfterHeadline(Prose, article.Title);
        Names = new NameIndex(Prose);
        Titles = new TitleReader(Prose, article);
        Roles = new RoleReader(Prose);
        People = new PeopleReader(Prose, Names, Roles);
        Slots = new Slots(Prose, Names, Titles, People, Roles);
        Films = new FilmFinder(this).Find(reviewed);
        Focus = new FilmFocus(Prose, Films);
        foreach (var reference in Focus.References)
        {
            Slots.References.TryAdd(reference.First, reference.Last);
        }
    }

    public Article Article { get; }

    public ProseText Prose { get; }

    /// <summary>The first token that is no repetition of the headline.</summary>
    public int BodyStart { get; }

    public NameIndex Names { get; }

    public TitleReader Titles { get; }

    public RoleReader Roles { get; }

    public PeopleReader People { get; }

    public Slots Slots { get; }

    /// <summary>The films and where they are named.</summary>
    public FilmIndex Films { get; }

    /// <summary>Which film is spoken of where.</summary>
    public FilmFocus Focus { get; }

    // The headline is one of the first lines, after a section's name or a date.
    private static int AfterHeadline(ProseText prose, string? headline)
    {
        var words = TitleWords.Of(headline ?? "");
        for (var s = 0; s < Math.Min(prose.Sentences.Count, 12) && words.Count > 0; s++)
        {
            var seen = new List<string>();
            var paragraph = prose.Sentences[s].Paragraph;
            var end = s;
            for (; end < prose.Sentences.Count && prose.Sentences[end].Paragraph == paragraph && seen.Count <= words.Count; end++)
            {
                for (var at = prose.Sentences[end].First; at < prose.Sentences[end].Last; at++)
                {
                    TitleWords.Add(prose.Tokens[at], seen);
                }
            }

            if (seen.SequenceEqual(words, StringComparer.Ordinal))
            {
                return prose.Sentences[end - 1].Last;
            }
        }

        return 0;
    }

    /// <summary>For each different word of the text whether a phrase that stands for a film may begin with it.</summary>
    public bool[] FilmPhraseStarts => field ??= FilmPhrase.Starts(Prose.Words);

    /// <summary>The names of the text, by themselves and by their parts.</summary>
    public (Dictionary<string, int> Uses, Dictionary<string, HashSet<string>> ByPart) Named => _named ??= PersonDirectory.NamesOf(this);

    /// <summary>The people of the text by their first names.</summary>
    public FirstNames FirstNames => field ??= new FirstNames(this);

    /// <summary>All phrasings of titles; they are asked for often.</summary>
    public IReadOnlyList<PatternMatch> TitlePhrasings => field ??= [.. Find(PatternSet.Titles)];

    /// <summary>All phrasings of a set, sentence by sentence.</summary>
    public IEnumerable<PatternMatch> Find(PatternSet patterns)
    {
        var found = new List<PatternMatch>();
        var entries = patterns.Look(Prose.Words);
        foreach (var sentence in Prose.Sentences)
        {
            patterns.Find(Prose.Tokens, entries, sentence, Slots, found);
            foreach (var match in found)
            {
                yield return match;
            }

            found.Clear();
        }
    }
}
