namespace Ingest.Chaos.Files;

/// <summary>Makes up, by a seed, what is done to files: each is dropped, and some are replaced, dropped again as they are, or
/// deleted, all in a mixed order that keeps each file's own.</summary>
internal static class FileSteps
{
    private const int ReviewsOfAFilm = 6;
    private const int MoreOneIn = 3;

    public static IReadOnlyList<FileStep> Make(int reviews, int seed)
    {
        var random = new Random(seed);
        var films = MadeFilm.Make(Math.Max(4, reviews / ReviewsOfAFilm), random);
        var queues = Enumerable.Range(0, reviews).Select(number => new Queue<FileStep>(Of($"{number:D4}.html", films, random))).ToList();
        var steps = new List<FileStep>();
        while (queues.Count > 0)
        {
            var at = random.Next(queues.Count);
            steps.Add(queues[at].Dequeue());
            if (queues[at].Count == 0)
            {
                queues[at] = queues[^1];
                queues.RemoveAt(queues.Count - 1);
            }
        }

        return steps;
    }

    private static IEnumerable<FileStep> Of(string name, IReadOnlyList<MadeFilm> films, Random random)
    {
        byte[]? content = ReviewPages.Next(films, random);
        yield return new(name, content);
        while (random.Next(MoreOneIn) == 0)
        {
            content = random.Next(4) switch { 0 => null, 1 => content, _ => ReviewPages.Next(films, random) };
            yield return new(name, content);
        }
    }
}
