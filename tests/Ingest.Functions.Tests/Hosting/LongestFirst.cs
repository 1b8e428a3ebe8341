using Ingest.Functions.Tests.Ingestion;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Ingest.Functions.Tests.LongestFirst))]

namespace Ingest.Functions.Tests;

/// <summary>Begins with what takes longest by far, so that it does not go on alone when all else is done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName.Contains(nameof(ReviewSetTests), StringComparison.Ordinal))];
}
