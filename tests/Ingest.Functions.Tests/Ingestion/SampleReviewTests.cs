using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>The app's own reader, on the reviews that come with the repository.</summary>
public sealed class SampleReviewTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_samples_become_the_profiles_that_their_merge_gives_in_whatever_order_they_come()
    {
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryRoot(), "samples"), "*.html")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        await using var app = await TestApp.StartAsync(azurite, Reader.Default);
        foreach (var (name, content) in files.OrderByDescending(file => file.Key, StringComparer.Ordinal))
        {
            Assert.Equal(IngestOutcome.Ingested, await app.DropAsync(name, content));
        }

        var stored = await Stored.ReadAsync(app);

        Assert.Equal(Stored.Expected(files, Reader.Default), stored);
        Assert.Contains(stored, line => line.StartsWith("profile", StringComparison.Ordinal));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ingest.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
