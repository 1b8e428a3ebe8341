using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Ingest.Core.Tests.Security;

/// <summary>What reads pages has no way to the world outside: nothing that a page names can be fetched, opened or run.</summary>
public sealed class ClosedWorldTests
{
    private static readonly string[] Outside =
    [
        "System.Net", "System.Diagnostics.Process", "System.IO.File", "System.IO.Directory", "System.IO.Pipes", "Microsoft.Win32",
        "System.Runtime.InteropServices.NativeLibrary", "System.Reflection.Emit", "System.Xml.XmlUrlResolver",
    ];

    // Of HtmlAgilityPack, which can fetch pages.
    private static readonly string[] OutsideOfParser = ["HtmlAgilityPack.HtmlWeb", "HtmlAgilityPack.MixedCodeDocument"];

    // They reach nothing.
    private static readonly string[] Allowed = ["System.Net.WebUtility", "System.IO.FileNotFoundException"];

    [Fact]
    public void The_reader_refers_to_nothing_that_reaches_out() => Assert.DoesNotContain(
        TypesOf(typeof(ReviewReader).Assembly),
        type => !Allowed.Contains(type) && Outside.Concat(OutsideOfParser).Any(outside => IsIn(type, outside)));

    [Fact]
    public void That_would_be_seen() =>
        Assert.Contains("System.IO.File", TypesOf(typeof(ClosedWorldTests).Assembly));

    [Fact]
    public void Every_pattern_of_the_reader_takes_linear_time()
    {
        var patterns = typeof(ReviewReader).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Regex))
            .Select(field => (Regex)field.GetValue(null)!)
            .ToList();

        Assert.NotEmpty(patterns);
        Assert.All(patterns, pattern => Assert.True(pattern.Options.HasFlag(RegexOptions.NonBacktracking), pattern.ToString()));
    }

    private static bool IsIn(string type, string outside) =>
        type == outside || type.StartsWith(outside + ".", StringComparison.Ordinal);

    private static List<string> TypesOf(Assembly assembly)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
