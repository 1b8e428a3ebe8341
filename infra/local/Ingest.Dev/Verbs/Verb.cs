namespace Ingest.Dev.Verbs;

/// <summary>Something dev.cs can do.</summary>
internal abstract class Verb
{
    public abstract string Name { get; }

    /// <summary>One line for the list of verbs.</summary>
    public abstract string Summary { get; }

    /// <summary>The whole explanation.</summary>
    public abstract string Usage { get; }

    /// <summary>Does it; gives the exit code.</summary>
    /// <exception cref="DevException">It cannot go on.</exception>
    public abstract Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation);

    protected DevException WrongUsage(string reason) =>
        new(ExitCode.WrongUsage, $"{reason}; see 'dotnet dev.cs help {Name}'.");
}
