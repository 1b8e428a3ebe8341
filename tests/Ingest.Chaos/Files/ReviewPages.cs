using System.Text;

namespace Ingest.Chaos.Files;

/// <summary>Files as people drop them: pages with reviews of invented films, and files that are none.</summary>
internal static class ReviewPages
{
    private const int BadOneIn = 12;
    private const int PopularOneIn = 4;

    /// <summary>Some file. A quarter of the reviews are of the first film.</summary>
    public static byte[] Next(IReadOnlyList<MadeFilm> films, Random random)
    {
        if (random.Next(BadOneIn) == 0)
        {
            return BadFile(random);
        }

        var film = random.Next(PopularOneIn) == 0 ? films[0] : films[random.Next(films.Count)];
        return Encoding.UTF8.GetBytes(Review(film, films[random.Next(films.Count)], random));
    }

    private static string Review(MadeFilm film, MadeFilm other, Random random)
    {
        var year = random.Next(3) == 0 ? "" : $" ({film.Year})";
        var alias = film.OtherTitle is { } title && random.Next(2) == 0 ? $", also known as <i>{title}</i>," : "";
        var mention = other != film && random.Next(3) == 0
            ? $"<p>Some years after the drama <i>{other.Title}</i> ({other.Year}) nobody expected this from the same town.</p>"
            : "";
        var data = random.Next(4) == 0
            ? $$"""
              <script type="application/ld+json">{"@context":"https://schema.org","@type":"Movie","name":"{{film.Title}}",
              "dateCreated":"{{film.Year}}","sameAs":"https://www.imdb.com/title/{{film.Id}}/"}</script>
              """
            : "";
        return $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{film.Title} review</title>{data}</head><body><article>
            <h1>{film.Title}{year}</h1>
            <p>Directed by {film.Director}, <i>{film.Title}</i>{year}{alias} spends two hours with people who will not finish what
            they began. Nothing hurries here, and nobody explains too much, which suits the story well. Seat {random.Next(1000)}.</p>
            {mention}
            <p>{film.Actor} plays {film.Character}, and the camera stays where it is and lets the dust settle, which is braver
            than it sounds. The film runs {film.Minutes} minutes, and was made for ${1 + random.Next(9)} million.</p>
            <p>The last scene earns the silence that follows it in the hall, and we stayed to the end of it.</p>
            </article></body></html>
            """;
    }

    private static byte[] BadFile(Random random) => random.Next(4) switch
    {
        0 => [],
        1 => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Bytes(random)],
        2 => "<!doctype html><html><body><nav><a href='/'>Home</a> <a href='/films'>Films</a></nav></body></html>"u8.ToArray(),
        _ => Bytes(random),
    };

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[200];
        random.NextBytes(bytes);
        return bytes;
    }
}
