using Ingest.Pages;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>The files that the pages load.</summary>
internal static class PagesAssets
{
    public static ApiResult Get(HttpRequest request, string file) => SiteAsset.Find(file) is { } asset
        ? new ApiResult(StatusCodes.Status200OK, asset.ContentType, asset.Content)
            .With("Cache-Control", asset.CacheControl(request.Query["v"]))
        : new ApiResult(StatusCodes.Status404NotFound);
}
