namespace Ingest.Core.Tests.BadFiles;

/// <summary>A file as people drop it besides reviews, or a review in a form that nobody expects.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Reason">Why it must be rejected; null where it must be ingested.</param>
/// <param name="Make">Makes its bytes.</param>
internal sealed record BadFile(string Name, RejectionReason? Reason, Func<byte[]> Make)
{
    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
        [.. EmptyFiles.All, .. BinaryFiles.All, .. OtherTexts.All, .. PagesWithoutArticle.All, .. OddCharsets.All, .. CutPages.All, .. HugeFiles.All, .. OddPages.All];

    /// <summary>What the file is called where it is dropped.</summary>
    public string FileName => Name.Replace(' ', '-').Replace('/', '-') + (Name.EndsWith(".htm", StringComparison.Ordinal) ? "" : ".html");

    public override string ToString() => Name;
}
