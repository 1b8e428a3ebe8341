using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Core.Pages;

/// <summary>What a page says about itself for machines.</summary>
public sealed record PageData
{
    /// <summary>A page that says nothing about itself.</summary>
    public static PageData None { get; } = new();

    /// <summary>Every object of every JSON-LD block, <c>@graph</c> and arrays unfolded, in page order. Blocks that cannot be
    /// repaired into JSON are left out.</summary>
    public ImmutableArray<JsonElement> JsonLd { get; init; } = [];

    /// <summary>Top-level microdata items, in page order.</summary>
    public ImmutableArray<MicrodataItem> Microdata { get; init; } = [];

    /// <summary>Lines of credit lists and info boxes anywhere in the page ("Director: Jane Roe"), in page order.</summary>
    public ImmutableArray<CreditLine> CreditLines { get; init; } = [];

    /// <summary><c>meta</c> elements by lower-case name or property; the first of a name counts.</summary>
    public ImmutableDictionary<string, string> Meta { get; init; } = ImmutableDictionary<string, string>.Empty;
}
