namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Every way to damage a page.</summary>
internal static class MutatorList
{
    // Each kind is as likely as the others, however many ways it has.
    private static readonly IReadOnlyList<Mutator>[] Kinds =
    [
        ByteMutators.All,
        ByteMutators.All,
        TagMutators.All,
        TagMutators.All,
        AttributeMutators.All,
        DataMutators.All,
        DataMutators.All,
        CharsetMutators.All,
        EntityMutators.All,
        ScriptMutators.All,
        ProseMutators.All,
        ProseMutators.All,
        ProseMutators.All,
    ];

    public static IEnumerable<Mutator> All => Kinds.Distinct().SelectMany(kind => kind);

    public static Mutator Pick(Random random) => random.Of(random.Of(Kinds));
}
