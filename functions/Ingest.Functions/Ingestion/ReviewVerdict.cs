using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Facts;
using Ingest.Core.Films;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>What a review's record and evidence are to become.</summary>
internal sealed record ReviewVerdict
{
    public required ReviewStatus Status { get; init; }

    public string? Reason { get; init; }

    public string? Advice { get; init; }

    /// <summary>The limit that the file is beyond, as <see cref="IngestOptions.LimitOf"/> gives it; null when beyond none.</summary>
    public long? Limit { get; init; }

    public StoredReading? Reading { get; init; }

    /// <summary>What the reading itself left out.</summary>
    public ImmutableArray<ReadingNote> Read { get; init; } = [];

    /// <summary>Compressed evidence by title group.</summary>
    public ImmutableDictionary<TitleKey, byte[]> Evidence { get; init; } = ImmutableDictionary<TitleKey, byte[]>.Empty;

    /// <summary>Number of films whose statements are left out because the review speaks of too many.</summary>
    public int FilmsLeftOut { get; init; }

    /// <summary>Number of statements left out, by the title group that they were too many for.</summary>
    public ImmutableDictionary<TitleKey, int> StatementsLeftOut { get; init; } = ImmutableDictionary<TitleKey, int>.Empty;

    /// <summary>What is left out of the review, each in one word, in camelCase.</summary>
    public ImmutableArray<string> Notes =>
    [
        .. Read.Select(note => JsonNamingPolicy.CamelCase.ConvertName(note.ToString()))
            .Union(StatementsLeftOut.IsEmpty ? [] : [JsonNamingPolicy.CamelCase.ConvertName(nameof(ReadingNote.StatementsLeftOut))])
            .Union(FilmsLeftOut > 0 ? ["filmsLeftOut"] : []),
    ];

    /// <summary>Number of statements of the reading.</summary>
    public int Statements => Reading?.Films.Sum(film => film.Statements.Length) ?? 0;

    /// <summary>How often reading may take too long before the page, not the machine, is taken to be the cause.</summary>
    public const int SlowReadings = 3;

    /// <summary>There is no file any more.</summary>
    public static ReviewVerdict Gone { get; } = new() { Status = ReviewStatus.Deleted };

    /// <summary>No file can be asked for by the name.</summary>
    /// <param name="flaw">What the name has.</param>
    public static ReviewVerdict UnusableName(string flaw) => Of(new Rejection(
        RejectionReason.UnusableName,
        $"The name has {flaw}, so that storage cannot be asked for the file. Drop it under a plain name and remove this one."));

    /// <summary>The file is too large to be read.</summary>
    public static ReviewVerdict TooLarge(long length, long limit) => Of(new Rejection(
        RejectionReason.TooLarge,
        $"The file has {length} bytes; the largest that is read has {limit}. Drop the page without embedded images.")) with
    {
        Limit = limit,
    };

    /// <summary>Reading the file took too long, as often as it is tried.</summary>
    public static ReviewVerdict TooSlow(TimeSpan limit) => Of(new Rejection(
        RejectionReason.TooSlow,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Reading the page took longer than {limit.TotalSeconds:0.###} seconds, {SlowReadings} times. Drop the article's part of it alone."))) with
    {
        Limit = (long)limit.TotalMilliseconds,
    };

    /// <summary>The file was read.</summary>
    public static ReviewVerdict Of(ReviewReading reading, int maxGroups)
    {
        if (!reading.IsReview)
        {
            return Of(reading.Rejection);
        }

        // In the order of the films; every film in all of its groups, or in none.
        var groups = new Dictionary<TitleKey, List<FilmStatements>>();
        var films = 0;
        foreach (var film in reading.Films)
        {
            var keys = TitleKeys.Of(film);
            if (groups.Count + keys.Count(key => !groups.ContainsKey(key)) > maxGroups)
            {
                break;
            }

            films++;
            foreach (var key in keys)
            {
                (groups.TryGetValue(key, out var said) ? said : groups[key] = []).Add(film);
            }
        }

        var evidence = ImmutableDictionary.CreateBuilder<TitleKey, byte[]>();
        var leftOut = ImmutableDictionary.CreateBuilder<TitleKey, int>();
        foreach (var (key, said) in groups)
        {
            var (packed, count) = EvidencePack.Of(reading.Article.PublishedOn, [.. said]);
            evidence.Add(key, packed);
            if (count > 0)
            {
                leftOut.Add(key, count);
            }
        }

        return new ReviewVerdict
        {
            Status = ReviewStatus.Ingested,
            Reading = new StoredReading(reading.Article, reading.Films),
            Read = reading.Notes,
            Evidence = evidence.ToImmutable(),
            StatementsLeftOut = leftOut.ToImmutable(),
            FilmsLeftOut = reading.Films.Length - films,
        };
    }

    /// <summary>The record of a review once everything else is written.</summary>
    /// <param name="record">The record so far.</param>
    /// <param name="file">The file that was judged; null when it is gone.</param>
    /// <param name="reading">The blob of its reading, if it has one.</param>
    /// <param name="readerVersion">Version of the reader.</param>
    /// <param name="now">The time.</param>
    public ReviewRecord Complete(
        ReviewRecord record, StoredFile? file, string? reading, int readerVersion, DateTimeOffset now) => record with
    {
        Status = Status,
        Settled = Status,
        Reason = Reason,
        Advice = Advice,
        Limit = Limit,
        Timeouts = 0,
        HandBacks = 0,
        NextAttemptAt = null,
        BlobETag = file?.ETag,
        ContentHash = file?.Hash,
        ReaderVersion = readerVersion,
        Groups = [.. Evidence.Keys.OrderBy(group => group.Value, StringComparer.Ordinal)],
        Readings = reading is null ? [] : [reading],
        Reading = reading,
        Title = Short(Reading?.Article.Title),
        SiteName = Short(Reading?.Article.SiteName),
        PublishedOn = Reading?.Article.PublishedOn,
        Url = Short(Reading?.Article.Url),
        Films = Reading?.Films.Length ?? 0,
        Notes = Notes,
        SettledAt = now,
    };

    private static ReviewVerdict Of(Rejection rejection) => new()
    {
        Status = ReviewStatus.Rejected,
        Reason = JsonNamingPolicy.CamelCase.ConvertName(rejection.Reason.ToString()),
        Advice = rejection.Advice,
    };

    // A column takes 32,768 characters; these are for lists.
    private static string? Short(string? text) => text is { Length: > 1000 } ? text[..1000] : text;
}
