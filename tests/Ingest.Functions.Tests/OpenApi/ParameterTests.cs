using System.Globalization;
using System.Text.Json;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>Whether queries take what the document says, and no more.</summary>
public sealed class ParameterTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_bounds_of_parameters_are_those_of_the_document()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var ask = new Dictionary<string, Func<HttpRequest, Task<IActionResult>>>
        {
            ["/api/films"] = request => app.Worker.Functions<FilmFunctions>().Find(request, default),
            ["/api/films.jsonl"] = request => app.Worker.Functions<FilmFunctions>().Export(request),
            ["/api/reviews"] = request => app.Worker.Functions<ReviewFunctions>().List(request, default),
        };
        var seen = 0;
        foreach (var (path, parameter) in Queries())
        {
            var name = parameter.GetProperty("name").GetString()!;
            var schema = parameter.GetProperty("schema");
            foreach (var value in Right(schema).Where(_ => name != "continuation"))
            {
                Assert.Equal((200, $"{path} {name}={value}"), (await StatusAsync(path, name, value), $"{path} {name}={value}"));
            }

            foreach (var value in Wrong(schema))
            {
                Assert.Equal((400, $"{path} {name}={value}"), (await StatusAsync(path, name, value), $"{path} {name}={value}"));
                seen++;
            }
        }

        Assert.Equal(12, seen);

        async Task<int> StatusAsync(string path, string name, string value)
        {
            var request = Requests.Get($"{path}?{name}={value}");
            return (await ask[path](request).AnswerAsync(request)).Status;
        }
    }

    private static IEnumerable<(string Path, JsonElement Parameter)> Queries() =>
        from path in AnswerCheck.Description.Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name == "get" && operation.Value.TryGetProperty("parameters", out _)
        from parameter in operation.Value.GetProperty("parameters").EnumerateArray()
        where parameter.GetProperty("in").GetString() == "query"
        select (path.Name, parameter);

    private static IEnumerable<string> Right(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var words))
        {
            return words.EnumerateArray().Select(word => word.GetString()!);
        }

        return schema.TryGetProperty("maxLength", out var length)
            ? ["a", new string('a', length.GetInt32())]
            : [Text(schema.GetProperty("minimum").GetInt32()), Text(schema.GetProperty("maximum").GetInt32())];
    }

    private static IEnumerable<string> Wrong(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out _))
        {
            return ["other"];
        }

        return schema.TryGetProperty("maxLength", out var length)
            ? [new string('a', length.GetInt32() + 1)]
            : [Text(schema.GetProperty("minimum").GetInt32() - 1), Text(schema.GetProperty("maximum").GetInt32() + 1)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
