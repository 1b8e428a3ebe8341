using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>Requests that nothing else answers: to no known address, or with a method that it does not take.</summary>
internal sealed class FallbackApi(Addresses addresses)
{
    private const int MaxPathLength = 200;

    /// <summary>Whether a browser looks for a page where there is none.</summary>
    public bool IsForPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && addresses.MethodsAt(request.Path).IsEmpty;

    /// <summary>Says what is wrong with such a request.</summary>
    public ApiResult Refuse(HttpRequest request) => AllowedAt(request) is { } allowed
        ? Problem.MethodNotAllowed(request.Method, allowed)
        : NotFound(request);

    /// <summary>The methods of an address; what scripts of other sites may do has been said already.</summary>
    public ApiResult Options(HttpRequest request) => AllowedAt(request) is { } allowed
        ? new ApiResult(StatusCodes.Status204NoContent).With("Allow", allowed + ", OPTIONS").With("Cache-Control", "no-store")
        : NotFound(request);

    private string? AllowedAt(HttpRequest request) =>
        addresses.MethodsAt(request.Path) is { IsEmpty: false } methods ? string.Join(", ", methods) : null;

    private static ApiResult NotFound(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return Problem.AddressNotFound(path[..Math.Min(path.Length, MaxPathLength)]);
    }
}
