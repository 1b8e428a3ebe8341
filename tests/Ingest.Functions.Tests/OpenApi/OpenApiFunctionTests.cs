using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;
using Ingest.Functions.Web.OpenApi;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Tests.OpenApi;

public sealed class OpenApiFunctionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_document_is_served_with_a_tag_and_not_twice()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var first = await GetAsync(app);
        var again = await GetAsync(app, ("If-None-Match", first.Headers["ETag"]));
        var other = await GetAsync(app, ("If-None-Match", "\"other\""));

        Assert.Equal((200, "application/json; charset=utf-8"), (first.Status, first.Headers["Content-Type"]));
        Assert.Equal("3.1.1", first.Json.GetProperty("openapi").GetString());
        Assert.Equal(OpenApiDocument.Create(), first.Bytes);
        Assert.Equal((304, ""), (again.Status, again.Body));
        Assert.Equal(first.Headers["ETag"], again.Headers["ETag"]);
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public async Task HEAD_gives_the_headers_alone()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var request = Requests.Get("/api/openapi.json");
        request.Method = HttpMethods.Head;

        var answer = await app.Worker.Functions<OpenApiFunctions>().Get(request).AnswerAsync(request);

        Assert.Empty(answer.Bytes);
        Assert.Equal((await GetAsync(app)).Headers, answer.Headers);
    }

    private static Task<Answer> GetAsync(TestApp app, params (string Name, string Value)[] headers)
    {
        var request = Requests.Get("/api/openapi.json", headers);
        return app.Worker.Functions<OpenApiFunctions>().Get(request).AnswerAsync(request);
    }
}
