using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>Notes on records and, as <c>Record.property</c>, on what they hold.</summary>
internal static class SchemaNotes
{
    private const string Confidence = "How sure it is, from 0 to 1.";
    private const string Support = "How many reviews say it.";
    private const string Sources = "Who says it: some of the reviews.";
    private const string Aliases = "Other spellings in the reviews.";
    private const string Amount = "Whole units of the currency; tickets for admissions.";
    private const string Currency = "ISO 4217; null for admissions.";
    private const string Continuation = "Asks for what follows, with the same query; null at the end.";
    private const string Missed = "Files that nobody had noticed.";
    private const string Changed = "Files that had changed, unnoticed.";
    private const string Outdated = "Reviews that another reader, or another limit, had settled or given up.";
    private const string Retried = "Reviews that had failed, or had been left, and were tried again.";
    private const string Retracted = "Reviews whose files were gone.";
    private const string Url = "Its address in this API, relative to the host.";

    private static readonly Dictionary<string, SchemaNote> Notes = new()
    {
        ["Problem"] = new("What went wrong, as problem details of RFC 9457."),
        ["Problem.type"] = new("What kind of problem it is; a type never changes its meaning."),
        ["Problem.title"] = new("The kind of problem in words."),
        ["Problem.status"] = new("The status of the answer."),
        ["Problem.detail"] = new("What is wrong in this request."),

        ["Problem.suggestions"] = new("Films that may have been meant, where a film was not found; perhaps none."),

        ["FilmList"] = new("Films that were found, in the order of the alphabet, closest first."),
        ["FilmList.continuation"] = new(Continuation),
        ["FilmItem"] = new("A film that was found."),
        ["FilmItem.id"] = new("A readable id of title and year; it may change when reviews say more, and the former one leads on."),
        ["FilmItem.matched"] = new("The title or the name that it was found by."),
        ["FilmItem.approximate"] = new("Whether that is merely close to what was asked for."),
        ["FilmItem.url"] = new(Url),
        ["FilmReviewList"] = new("Reviews behind a film."),
        ["FilmReviewList.film"] = new("The film's id."),
        ["FilmReviewList.reviewCount"] = new("How many there are.") { Minimum = 1 },
        ["FilmReviewList.reviews"] = new("Those that its profile names, which may be fewer.") { MaxItems = FilmProfile.MaxReviews },

        ["ReviewList"] = new("Reviews and what became of them."),
        ["ReviewList.continuation"] = new(Continuation),
        ["ReviewItem"] = new("A review and what became of it."),
        ["ReviewItem.name"] = new("The name of its file."),
        ["ReviewItem.status"] = new(
            "received: being read, or soon; ingested: its statements are in the profiles; rejected: it is no review and is not "
            + "tried again; failed: something went wrong that may pass, and it is tried again, unless nextAttemptAt is null.")
        {
            Words = ReviewApi.Told.Select(Parameters.WordOf),
        },
        ["ReviewItem.reason"] = new(
            $"Why it was rejected ({string.Join(", ", Enum.GetValues<RejectionReason>().Select(Parameters.WordOf))}) or failed "
            + $"({string.Join(", ", Enum.GetValues<FailureCause>().Select(Parameters.WordOf))}), in one word."),
        ["ReviewItem.advice"] = new("The same for people."),
        ["ReviewItem.attempts"] = new("How often its present file was tried.") { Minimum = 0 },
        ["ReviewItem.nextAttemptAt"] = new(
            "When one that failed is tried again, or soon after; null for one that was tried often enough, and is read again "
            + "when its file changes, when the reader does, or on demand."),
        ["ReviewItem.notes"] = new("What was left out of it because the file exceeds a limit: pageCut, textCut, statementsLeftOut, filmsLeftOut."),
        ["ReviewItem.title"] = new("The headline of its article."),
        ["ReviewItem.publishedOn"] = new("The day that the page states."),
        ["ReviewItem.source"] = new("The page's own address."),
        ["ReviewItem.films"] = new("How many films it speaks of.") { Minimum = 0 },
        ["ReviewItem.url"] = new(Url),
        ["ReviewView"] = new("A review with its article and its statements, once it is ingested."),
        ["ReviewFilm"] = new("What a review says of one film."),
        ["ReviewFilm.isSubject"] = new("Whether the review is about it; otherwise it merely mentions it."),
        ["ReviewFilm.ids"] = new("Ids of the films that it may be; several where it cannot be told."),
        ["DropReceipt"] = new("A file was taken."),
        ["DropReceipt.status"] = new("It is read in a moment.") { Words = [Parameters.WordOf(ReviewStatus.Received)] },
        ["DropReceipt.url"] = new("Where its status is, relative to the host."),
        ["HealthView"] = new("How the app is."),
        ["HealthView.status"] = new("All is well; otherwise the answer is a problem.") { Words = ["ok"] },
        ["HealthView.readerVersion"] = new("The version of what reads pages; when it grows, all reviews are read anew."),
        ["HealthView.oldestUnprocessedSeconds"] = new(
            "How long the file has waited that has waited longest, of those received, and those failed that are tried again; null "
            + "where none waits. Files that nobody has noticed are not known before the next reconciliation.") { Minimum = 0 },
        ["HealthView.reconciliation"] = new("What reconciliations did; null before the first."),
        ["ReviewNumbers"] = new("How many reviews there are, by status."),
        ["ReviewNumbers.failed"] = new("Those given up are among them.") { Minimum = 0 },
        ["ReviewNumbers.givenUp"] = new("How many of the failed ones are not tried again by themselves.") { Minimum = 0 },
        ["ReviewNumbers.outdated"] = new("How many were settled by another version of the reader, or under another limit, and are read again.") { Minimum = 0 },
        ["ReviewNumbers.unreadable"] = new("How many records this version of the app cannot read, whatever their status.") { Minimum = 0 },
        ["ReviewNumbers.isWhole"] = new("Whether all were counted; otherwise there are more."),
        ["ReconciliationState"] = new("What reconciliations did: runs that make up for what triggers missed."),
        ["ReconciliationState.last"] = new("The last one."),
        ["ReconciliationState.total"] = new("All of them together."),
        ["ReconciliationRun"] = new("What one reconciliation looked at and repaired."),
        ["ReconciliationRun.at"] = new("When it began."),
        ["ReconciliationRun.seconds"] = new("How long it took.") { Minimum = 0 },
        ["ReconciliationRun.isWhole"] = new("Whether it came to everything; otherwise the next one goes on."),
        ["ReconciliationRun.files"] = new("Files in the container.") { Minimum = 0 },
        ["ReconciliationRun.missed"] = new(Missed) { Minimum = 0 },
        ["ReconciliationRun.changed"] = new(Changed) { Minimum = 0 },
        ["ReconciliationRun.outdated"] = new(Outdated) { Minimum = 0 },
        ["ReconciliationRun.retried"] = new(Retried) { Minimum = 0 },
        ["ReconciliationRun.retracted"] = new(Retracted) { Minimum = 0 },
        ["ReconciliationRun.failed"] = new("Reviews that could not be seen to.") { Minimum = 0 },
        ["ReconciliationRun.unusable"] = new("Files whose names no review can have.") { Minimum = 0 },
        ["ReconciliationRun.unreadable"] = new("Records that this version of the app cannot read.") { Minimum = 0 },
        ["ReconciliationRun.purged"] = new("Records of reviews deleted long ago that were deleted themselves.") { Minimum = 0 },
        ["ReconciliationRun.outdatedLeft"] = new("Reviews that are still to be read again.") { Minimum = 0 },
        ["ReconciliationTotals"] = new("What reconciliations repaired, all together."),
        ["ReconciliationTotals.since"] = new("When the first of them began."),
        ["ReconciliationTotals.runs"] = new("How many there were.") { Minimum = 1 },
        ["ReconciliationTotals.missed"] = new(Missed) { Minimum = 0 },
        ["ReconciliationTotals.changed"] = new(Changed) { Minimum = 0 },
        ["ReconciliationTotals.outdated"] = new(Outdated) { Minimum = 0 },
        ["ReconciliationTotals.retried"] = new(Retried) { Minimum = 0 },
        ["ReconciliationTotals.retracted"] = new(Retracted) { Minimum = 0 },

        ["Article"] = new("The article of a page, without what surrounds it."),
        ["Article.byline"] = new("Who wrote it; several names are joined by \", \"."),
        ["Article.language"] = new("BCP 47 tag in lower case."),
        ["Article.text"] = new("Paragraphs, separated by an empty line."),
        ["Article.spans"] = new("What the markup says of parts of the text."),
        ["ArticleSpan"] = new("A part of the text that its markup sets off; offsets count UTF-16 code units."),
        ["ArticleSpan.end"] = new("One past the last."),
        ["Quote"] = new("Where a statement stands."),
        ["Quote.text"] = new("The sentence; for the page's structured data the property and its value."),
        ["Quote.start"] = new("Its first UTF-16 code unit in the article's text; null for structured data."),
        ["Quote.end"] = new("One past its last."),
        ["Statement"] = new("One thing that a review says about one film, with its sentence."),
        ["Statement.confidence"] = new(Confidence) { Minimum = 0, Maximum = 1 },
        ["TitleStatement"] = new("The film is called so here."),
        ["AlternateTitleStatement"] = new("The film is also known as, or originally called."),
        ["YearStatement"] = new("The year of its first release."),
        ["CountryStatement"] = new("A country that it is from, by its English short name."),
        ["GenreStatement"] = new("A genre in English and lower case."),
        ["DirectorStatement"] = new("A director, by full name."),
        ["WriterStatement"] = new("A writer of the film, by full name."),
        ["CastStatement"] = new("A member of its cast, with the character where it is said."),
        ["BoxOfficeStatement"] = new("What it took in, or how many saw it."),
        ["BudgetStatement"] = new("What it cost."),
        ["RuntimeStatement"] = new("Its running time in minutes."),
        ["ReleaseDateStatement"] = new("A release date, and where."),
        ["ComparisonStatement"] = new("Another film that it is compared with."),
        ["ExternalIdStatement"] = new("Its id elsewhere."),
        ["BoxOfficeStatement.amount"] = new(Amount),
        ["BoxOfficeStatement.currency"] = new(Currency),
        ["BudgetStatement.amountMax"] = new("The upper end of a range."),

        ["FilmProfile"] = new("All that reviews say about one film, merged."),
        ["FilmProfile.alternateTitles"] = new("Other and original titles.") { MaxItems = FilmProfile.MaxAlternateTitles },
        ["FilmProfile.countries"] = new("English short names, best supported first.") { MaxItems = FilmProfile.MaxCountries },
        ["FilmProfile.genres"] = new("Best supported first.") { MaxItems = FilmProfile.MaxGenres },
        ["FilmProfile.directors"] = new("Best supported first.") { MaxItems = FilmProfile.MaxCredits },
        ["FilmProfile.writers"] = new("Best supported first.") { MaxItems = FilmProfile.MaxCredits },
        ["FilmProfile.cast"] = new("Best supported first.") { MaxItems = FilmProfile.MaxCast },
        ["FilmProfile.boxOffice"] = new("One figure for each measure, territory and currency.") { MaxItems = FilmProfile.MaxFigures },
        ["FilmProfile.budget"] = new("One figure for each currency.") { MaxItems = FilmProfile.MaxFigures },
        ["FilmProfile.comparisons"] = new("Films that it is compared with.") { MaxItems = FilmProfile.MaxComparisons },
        ["FilmProfile.externalIds"] = new("Its ids elsewhere.") { MaxItems = FilmProfile.MaxExternalIds },
        ["FilmProfile.conflicts"] = new("Values that disagree with those above.") { MaxItems = FilmProfile.MaxConflicts },
        ["FilmProfile.reviewCount"] = new("How many reviews speak of it.") { Minimum = 1 },
        ["FilmProfile.subjectOf"] = new("How many of them are about it; the others mention it.") { Minimum = 0 },
        ["FilmProfile.reviews"] = new("Names of the reviews, those about it first.") { MaxItems = FilmProfile.MaxReviews },
        ["Source"] = new("Who says a value."),
        ["Source.review"] = new("The review's name."),
        ["Source.quote"] = new("Its sentence."),
        ["Source.start"] = new("Offset of the sentence in the article's text; null for the page's structured data."),
        ["Source.end"] = new("One past the sentence."),
        ["Credit"] = new("A person of the crew."),
        ["CastMember"] = new("A person of the cast."),
        ["CastMember.character"] = new("Whom the person plays, where it is said."),
        ["BoxOfficeFigure"] = new("What the film took in, or how many saw it."),
        ["BoxOfficeFigure.amount"] = new(Amount),
        ["BoxOfficeFigure.currency"] = new(Currency),
        ["BoxOfficeFigure.territory"] = new("\"worldwide\", a country's English short name, or null where no review says."),
        ["BudgetFigure"] = new("What the film cost."),
        ["BudgetFigure.amountMax"] = new("The upper end of a range."),
        ["ExternalId"] = new("The film's id elsewhere."),
        ["ExternalId.source"] = new("Where: imdb, wikidata or tmdb."),
        ["Conflict"] = new("A value that some reviews give and better supported ones contradict."),
        ["Conflict.field"] = new("The profile's field, with what tells its values apart: boxOffice.gross.USD.worldwide."),
        ["Conflict.standsAgainst"] = new("The value that stands in the profile."),
        ["SupportedString"] = new("A value with who says it."),
        ["SupportedInteger"] = new("A number with who says it."),
        ["SupportedDate"] = new("A day with who says it."),
    };

    // What all values of a profile have in common.
    private static readonly Dictionary<string, SchemaNote> Common = new()
    {
        ["support"] = new(Support) { Minimum = 1 },
        ["confidence"] = new(Confidence) { Minimum = 0, Maximum = 1 },
        ["sources"] = new(Sources) { MaxItems = FilmProfile.MaxSources },
        ["aliases"] = new(Aliases) { MaxItems = FilmProfile.MaxAliases },
        ["characterAliases"] = new(Aliases) { MaxItems = FilmProfile.MaxAliases },
    };

    /// <summary>Where all notes belong, which must be in the document.</summary>
    public static IEnumerable<string> Places => Notes.Keys;

    /// <summary>The note on a record, or on a record's property; null without one.</summary>
    public static SchemaNote? Find(string place) =>
        Notes.GetValueOrDefault(place) ?? Common.GetValueOrDefault(place[(place.IndexOf('.', StringComparison.Ordinal) + 1)..]);
}
