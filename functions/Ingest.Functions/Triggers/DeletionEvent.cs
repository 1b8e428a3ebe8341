using System.Collections.Immutable;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Triggers;

/// <summary>What an event of Event Grid says of deleted files. It is a hint where to look, no more.</summary>
/// <param name="Names">Names that may be meant; storage can be asked for each. Empty when there is a flaw.</param>
/// <param name="Flaw">Why nothing can be done about it; null when there are names.</param>
/// <param name="Subject">What it is about, as it says; empty when it does not.</param>
internal sealed record DeletionEvent(ImmutableArray<ReviewName> Names, string? Flaw, string Subject)
{
    private const string DeletedType = "Microsoft.Storage.BlobDeleted";
    private const string SubjectPrefix = "/blobServices/default/containers/" + StorageNames.DropContainer + "/blobs/";

    /// <summary>Reads an event of Event Grid's own schema or of CloudEvents 1.0.</summary>
    /// <param name="json">Anything.</param>
    public static DeletionEvent Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Parse(document.RootElement);
        }
        catch (Exception reason) when (reason is JsonException or InvalidOperationException or ArgumentException)
        {
            // Text that is no JSON, or a string in it that is no text.
            return new([], "unreadable", "");
        }
    }

    private static DeletionEvent Parse(JsonElement happening)
    {
        var subject = Text(happening, "subject") ?? "";
        if ((Text(happening, "eventType") ?? Text(happening, "type")) != DeletedType)
        {
            return new([], "otherType", subject);
        }

        if (!subject.StartsWith(SubjectPrefix, StringComparison.Ordinal))
        {
            return new([], "otherSubject", subject);
        }

        // A subject is not encoded, and is known to lose characters beyond the basic plane; an address is encoded.
        var names = new[] { subject[SubjectPrefix.Length..], NameOf(Text(Member(happening, "data"), "url")) }
            .Distinct()
            .Select(text => ReviewName.TryParse(text, out var name) ? name : null)
            .OfType<ReviewName>()
            .ToImmutableArray();
        return new(names, names.IsEmpty ? "unusableName" : null, subject);
    }

    private static string? NameOf(string? address)
    {
        try
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
                && new BlobUriBuilder(uri) is { BlobContainerName: StorageNames.DropContainer } blob ? blob.BlobName : null;
        }
        catch (Exception reason) when (reason is ArgumentException or FormatException)
        {
            // What stands behind a question mark is taken for a signature.
            return null;
        }
    }

    private static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
