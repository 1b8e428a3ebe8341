using System.Collections.Immutable;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>What can be asked of the API.</summary>
/// <param name="Method">HTTP method in upper case.</param>
/// <param name="Path">Path from the host, parameters in braces.</param>
/// <param name="Id">Its name for generated clients.</param>
/// <param name="Summary">What it does, in a few words.</param>
internal sealed record Operation(string Method, string Path, string Id, string Summary)
{
    /// <summary>More about it; null without.</summary>
    public string? Description { get; init; }

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>Media types of its request's body; empty without one.</summary>
    public ImmutableArray<string> Takes { get; init; } = [];

    /// <summary>Whether it takes a function key.</summary>
    public bool NeedsKey { get; init; }

    public required ImmutableArray<Response> Responses { get; init; }

    /// <summary>The resource that it is about: films, reviews, ...</summary>
    public string Tag => Path.Split('/')[2].Split('.')[0];
}
