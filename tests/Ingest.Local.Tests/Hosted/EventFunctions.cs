using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Local.Tests.Hosted;

/// <summary>Functions with Event Grid triggers. An event of type "fail" is thrown back.</summary>
internal sealed class EventFunctions(Journal journal)
{
    [Function("Hear")]
    public void Hear([EventGridTrigger] string happening, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var json = JsonDocument.Parse(happening);
        var kind = json.RootElement.GetProperty("eventType").GetString();
        journal.Write($"heard {kind}");
        if (kind == "fail")
        {
            throw new InvalidOperationException("told to fail");
        }
    }

    [Function("Deaf")]
    public void Deaf([EventGridTrigger] string happening) => journal.Write($"heard though disabled: {happening}");
}
