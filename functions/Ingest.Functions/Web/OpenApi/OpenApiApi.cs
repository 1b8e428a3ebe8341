using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>The API's description.</summary>
internal sealed class OpenApiApi
{
    private readonly Lazy<(byte[] Json, string Tag)> document = new(() =>
    {
        var json = OpenApiDocument.Create();
        return (json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\"");
    });

    /// <summary>The document, or 304 to who has it.</summary>
    public ApiResult Get(HttpRequest request)
    {
        var (json, tag) = document.Value;
        var answer = Negotiation.Has(request, tag)
            ? new ApiResult(StatusCodes.Status304NotModified)
            : new ApiResult(StatusCodes.Status200OK, ApiResult.JsonType, json);
        return answer.With("ETag", tag);
    }
}
