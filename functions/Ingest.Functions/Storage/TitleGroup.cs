using System.Collections.Immutable;
using Azure;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Where a title group stands: how new its evidence is, and what was last made of it.</summary>
internal sealed record TitleGroup
{
    public required TitleKey Key { get; init; }

    /// <summary>Grows with every change of the group's evidence, in the same transaction.</summary>
    public required long Version { get; init; }

    /// <summary>The version that the films' rows were last made from, completely.</summary>
    public long BuiltVersion { get; init; }

    /// <summary>The version that films' rows are being made from, or were when somebody stopped half-way; null when the
    /// last who began has finished.</summary>
    public long? Building { get; init; }

    /// <summary>Every row of films and titles that this group has, or that somebody may still be writing for it.</summary>
    public ImmutableDictionary<string, ProjectedState> Rows { get; init; } = ImmutableDictionary<string, ProjectedState>.Empty;

    /// <summary>Ids of its films, as of <see cref="BuiltVersion"/>.</summary>
    public ImmutableArray<string> Films { get; init; } = [];

    /// <summary>The stored row's version.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether the films' rows say what the evidence says.</summary>
    public bool IsBuilt => BuiltVersion == Version;
}
