using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Web;

/// <summary>Whether the app can do its work.</summary>
internal sealed class HealthApi(IngestStorage storage, Reader reader)
{
    /// <summary>200 when storage answers; a failure becomes problem details of status 503.</summary>
    public async Task<ApiResult> GetAsync(CancellationToken cancellationToken)
    {
        await storage.ProbeAsync(cancellationToken);
        return ApiResult.Json(new HealthView("ok", reader.Version), WebJson.Instance.HealthView).With("Cache-Control", "no-store");
    }
}
