using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>What an operation may answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Description">When it does.</param>
internal sealed record Response(int Status, string Description)
{
    /// <summary>Its body, in each media type; empty without one.</summary>
    public ImmutableArray<Content> Contents { get; init; } = [];

    /// <summary>Its own headers.</summary>
    public ImmutableArray<Header> Headers { get; init; } = [];

    /// <summary>All its headers, its own first; of one name the first is meant.</summary>
    public IEnumerable<Header> AllHeaders => Headers
        .Concat(Status == StatusCodes.Status304NotModified ? [] : OpenApi.Headers.OfWhole)
        .Concat(OpenApi.Headers.OfAll)
        .DistinctBy(header => header.Name);

    public Response With(params ReadOnlySpan<Header> headers) => this with { Headers = Headers.AddRange(headers) };
}

/// <summary>A body.</summary>
/// <param name="MediaType">Its media type, without parameters.</param>
/// <param name="Schema">What it is; made anew for each use.</param>
/// <param name="Examples">Names of examples.</param>
internal sealed record Content(string MediaType, Func<JsonObject> Schema, ImmutableArray<string> Examples);
