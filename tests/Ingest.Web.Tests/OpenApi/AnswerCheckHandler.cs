using Ingest.OpenApiChecks;

namespace Ingest.Web.Tests.OpenApi;

/// <summary>Holds every answer of a running app to the description that the app itself serves.</summary>
/// <param name="inner">Asks the app; follows no redirects and uncompresses nothing, or the check would not see what was sent.</param>
internal sealed class AnswerCheckHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private ApiDescription? description;

    /// <exception cref="HttpRequestException">The answer is not as the description says.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        description ??= await DescribeAsync(new Uri(request.RequestUri!, "/api/openapi.json"), cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var answer = await AnswerAsync(request, response, cancellationToken);
        if (description.Check(answer) is { Count: > 0 } errors)
        {
            throw new HttpRequestException(
                $"{answer.Method} {answer.Target} -> {answer.Status} is not as the app's description says:\n{string.Join('\n', errors)}");
        }

        return response;
    }

    private async Task<ApiDescription> DescribeAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await base.SendAsync(request, cancellationToken);
        return new ApiDescription(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private static async Task<ApiAnswer> AnswerAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new ApiAnswer(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            (int)response.StatusCode,
            headers,
            await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
