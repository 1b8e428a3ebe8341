using Ingest.Core.Articles;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts;

/// <summary>One article, read as far as all recognisers need it: words, names, films and what is spoken of where.</summary>
internal sealed class Reading
{
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

    private static int AfterHeadline(ProseText prose, string? headline)
    {
        if (headline is null || prose.Sentences.Count == 0)
        {
            return 0;
        }

        var words = TitleWords.Of(headline);
        var seen = new List<string>();
        for (var at = 0; at < prose.Tokens.Count && seen.Count < words.Count; at++)
        {
            TitleWords.Add(prose.Tokens[at], seen);
            if (seen.Count == words.Count && prose.Sentences[prose.SentenceOf[at]].Paragraph == 0 && prose.Sentences[prose.SentenceOf[at]].Last == at + 1
                && seen.SequenceEqual(words, StringComparer.Ordinal))
            {
                return at + 1;
            }
        }

        return 0;
    }

    /// <summary>All phrasings of a set, sentence by sentence.</summary>
    public IEnumerable<PatternMatch> Find(PatternSet patterns) => Prose.Sentences.SelectMany(s => patterns.Find(Prose.Tokens, s, Slots));
}
