using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Functions.Ingestion;

namespace Ingest.LoadBench.Films;

/// <summary>Made-up reviews that differ as reviews of one film do: most agree on the main things, each names other members of
/// the cast, some are wrong. A file holds no more than "title|number".</summary>
internal static class MadeReviews
{
    private const int CastNamed = 6;

    private static readonly string[] FirstNames = ["Mara", "Otto", "Ines", "Bo", "Hanna", "Paul", "Lena", "Tor", "Aino", "Ruslan"];
    private static readonly string[] LastNames = ["Venn", "Brandt", "Ferro", "Lind", "Oduya", "Koskela", "Quill", "Falk"];
    private static readonly string[] Characters = ["Reed", "Ilse", "the lodger", "Marfa", "the station master", "Jonas", "Mrs. Abel", "the girl"];

    private static readonly string[] OfCast =
    [
        "{0} plays {1}, and the camera knows it.",
        "As {1}, {0} hardly raises an eyebrow and is not missed for a second.",
        "{0} is {1}, which is the sort of casting that looks obvious afterwards.",
        "What {0} does with {1} in the last reel will be talked about.",
    ];

    public static Reader Reader { get; } = new(ReviewReader.Version, (file, _) => Read(Encoding.UTF8.GetString(file.Span)));

    private static ReviewReading Read(string file)
    {
        var parts = file.Split('|');
        var (title, number) = (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
        var text = new StringBuilder();
        var said = ImmutableArray.CreateBuilder<Statement>();
        var year = 1990 + (title.Length % 30) + (number % 40 == 39 ? 1 : 0);

        Quote quote = Say($"{title}, from {year}, opens with a train that nobody gets off.");
        said.AddRange(new TitleStatement(title, quote, 0.95), new YearStatement(year, quote, 0.9));
        quote = Say("Aino Vestergren directs this Danish mystery with the patience of a clockmaker.");
        said.AddRange(
            new DirectorStatement("Aino Vestergren", quote, 0.9), new CountryStatement("Denmark", quote, 0.9), new GenreStatement("mystery", quote, 0.9));
        for (var named = 0; named < CastNamed; named++)
        {
            // The leads in every review, of the others some.
            var member = named < 3 ? named : (number * 7 + named * named * 3) % 40;
            var person = $"{FirstNames[member % FirstNames.Length]} {LastNames[member / 5]}";
            var character = $"{Characters[member % Characters.Length]}{(member < Characters.Length ? "" : $" {member}")}";
            quote = Say(string.Format(CultureInfo.InvariantCulture, OfCast[(number + named) % OfCast.Length], person, character));
            said.Add(new CastStatement(person, character, quote, 0.9));
        }

        var minutes = 118 + (number % 10 == 9 ? 2 : 0);
        quote = Say($"After {minutes} minutes nobody in the hall got up.");
        said.Add(new RuntimeStatement(minutes, quote, 0.9));
        quote = Say("It has taken more than $82 million around the world, on a budget of some $14 million.");
        said.AddRange(
            new BoxOfficeStatement(BoxOfficeMeasure.Gross, 82_000_000, "USD", "worldwide", Qualifier.AtLeast, quote, 0.9),
            new BudgetStatement(14_000_000, null, "USD", Qualifier.Approximately, quote, 0.8));

        var article = new Article
        {
            Title = $"A train, a town, {number + 1} lamps",
            Byline = "Petra Holm",
            SiteName = $"Northern Reel {number % 20}",
            PublishedOn = new DateOnly(2016, 11, 9).AddDays(number),
            Language = "en",
            Text = text.ToString(),
        };
        return ReviewReading.Of(article, [new FilmStatements(title, true, said.ToImmutable())]);

        Quote Say(string sentence)
        {
            text.Append(text.Length == 0 ? "" : "\n\n");
            var start = text.Length;
            text.Append(sentence);
            return new Quote(sentence, start, text.Length);
        }
    }
}
