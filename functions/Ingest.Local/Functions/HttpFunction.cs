using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Functions;

/// <summary>A function that answers HTTP requests.</summary>
/// <param name="Route">Route template below the route prefix; empty for the root.</param>
/// <param name="Methods">Upper case; empty for every method.</param>
/// <param name="NeedsKey">Whether a request must carry the function key.</param>
internal sealed record HttpFunction(
    string Name,
    bool Disabled,
    string Route,
    ImmutableArray<string> Methods,
    bool NeedsKey,
    FunctionMethod<HttpContext> Method) : LocalFunction(Name, Disabled);
