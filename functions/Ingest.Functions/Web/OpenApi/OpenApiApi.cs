using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>The API's description.</summary>
internal sealed class OpenApiApi
{
    private readonly Lazy<(byte[] Json, string Tag)> document = new(() =>
    {
        var json = OpenApiDocument.Create();
        return (json, ApiResult.TagOf(json));
    });

    /// <summary>The document.</summary>
    public ApiResult Get() => new ApiResult(StatusCodes.Status200OK, ApiResult.JsonType, document.Value.Json)
        .With("ETag", document.Value.Tag);
}
