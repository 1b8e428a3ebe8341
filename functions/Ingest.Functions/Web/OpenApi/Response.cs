using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>What an operation may answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Description">When it does.</param>
internal sealed record Response(int Status, string Description)
{
    /// <summary>Its body, in each media type; empty without one.</summary>
    public ImmutableArray<Content> Contents { get; init; } = [];

    /// <summary>Its headers, without those of every answer.</summary>
    public ImmutableArray<Header> Headers { get; init; } = [];

    public Response With(params ReadOnlySpan<Header> headers) => this with { Headers = Headers.AddRange(headers) };
}

/// <summary>A body.</summary>
/// <param name="MediaType">Its media type, without parameters.</param>
/// <param name="Schema">What it is; made anew for each use.</param>
/// <param name="Examples">Names of examples.</param>
internal sealed record Content(string MediaType, Func<JsonObject> Schema, ImmutableArray<string> Examples);
