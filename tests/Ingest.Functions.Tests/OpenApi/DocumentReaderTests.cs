using Ingest.Functions.Web.OpenApi;
using Microsoft.OpenApi;
using OpenApiDocument = Microsoft.OpenApi.OpenApiDocument;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>The document in the eyes of a library that reads such documents.</summary>
public sealed class DocumentReaderTests
{
    [Fact]
    public void It_is_read_as_3_1_without_complaint()
    {
        using var json = new MemoryStream(Ingest.Functions.Web.OpenApi.OpenApiDocument.Create());

        var result = OpenApiDocument.Load(json, OpenApiConstants.Json);

        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
        Assert.Equal(Operations.All.Select(operation => operation.Path).Distinct().Order(), result.Document!.Paths.Keys.Order());
    }
}
