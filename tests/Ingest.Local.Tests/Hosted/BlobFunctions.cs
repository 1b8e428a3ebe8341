using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Tests.Hosted;

/// <summary>
/// Functions with blob triggers. A blob's text says what happens to it: "fail" throws, a number waits that many
/// milliseconds first.
/// </summary>
internal sealed class BlobFunctions(Journal journal, IConfiguration settings)
{
    [Function("Handle")]
    public async Task Handle([BlobTrigger("%Dropped%/in/{name}.txt")] BlobClient blob, string name, CancellationToken cancellation)
    {
        var text = (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
        journal.Write($"begin {name}");
        if (text == "fail")
        {
            throw new InvalidOperationException($"{name} is told to fail");
        }

        await Task.Delay(int.Parse(text, CultureInfo.InvariantCulture), cancellation);
        journal.Write($"end {name}{settings["Suffix"]}");
    }

    [Function("Told")]
    public void Told([BlobTrigger("%Dropped%/{name}", Source = BlobTriggerSource.EventGrid)] string text, string name) =>
        journal.Write($"told {name}: {text}");
}
