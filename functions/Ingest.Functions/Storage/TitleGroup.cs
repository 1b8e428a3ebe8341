using System.Collections.Immutable;
using Azure;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Where a title group stands: how new its evidence is, and what was last made of it.</summary>
internal sealed record TitleGroup
{
    // A rebuild reads a thousand rows with one request, and comes once in so many rows' changes at least: so it adds a
    // fifth of a request to each review at most, however many reviews there are.
    private const int RowsPerChange = 200;

    public required TitleKey Key { get; init; }

    /// <summary>Grows with every change of the group's evidence, in the same transaction.</summary>
    public required long Version { get; init; }

    /// <summary>Number of changes of the group's evidence so far.</summary>
    public long Changes { get; init; }

    /// <summary>Grows with every build that is begun. A row of one build never replaces a row of a later one.</summary>
    public long Build { get; init; }

    /// <summary>Names the worker's attempt that began the last build.</summary>
    public string? Builder { get; init; }

    /// <summary>Whether the last build that was begun has not been completed.</summary>
    public bool IsBuilding { get; init; }

    /// <summary>When the builder last said that it is alive, in milliseconds of Unix time by its own clock.</summary>
    public long Beat { get; init; }

    /// <summary>The evidence of this version, at least, is in the rows of the last completed build.</summary>
    public long BuiltVersion { get; init; }

    /// <summary><see cref="Changes"/> as of <see cref="BuiltVersion"/>.</summary>
    public long BuiltChanges { get; init; }

    /// <summary>Number of the group's rows as of <see cref="BuiltVersion"/>.</summary>
    public int BuiltRows { get; init; }

    /// <summary>Every row of films, titles and other groups that this group has, or that somebody may still be writing for it.</summary>
    public ImmutableDictionary<string, ProjectedState> Rows { get; init; } = ImmutableDictionary<string, ProjectedState>.Empty;

    /// <summary>Ids of its films, as of <see cref="BuiltVersion"/>.</summary>
    public ImmutableArray<string> Films { get; init; } = [];

    /// <summary>Earlier groups that films of this one have their place in or on the way to, or had while somebody may still
    /// be writing there.</summary>
    public ImmutableArray<TitleKey> Earlier { get; init; } = [];

    /// <summary>Whether somebody wants the films rebuilt now, however little has changed; not stored.</summary>
    public bool IsWanted { get; init; }

    /// <summary>The stored row's version.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether the films' rows say what the evidence says.</summary>
    public bool IsBuilt => BuiltVersion == Version && !IsBuilding;

    /// <summary>Whether so much has changed that the films are to be rebuilt at once. In a group of few reviews every
    /// change is; in one of many the others wait for more to come, or for the next round of <see cref="LateGroups"/>.</summary>
    public bool IsDue => !IsBuilt && (IsWanted || Changes - BuiltChanges >= Math.Max(1, BuiltRows / RowsPerChange));
}
