namespace Ingest.OpenApiChecks;

/// <summary>Answers to what the document does not list, which it says in words.</summary>
internal static class Undescribed
{
    private const string Problem = "#/components/schemas/Problem";
    private const int NoContent = 204;
    private const int NotFound = 404;
    private const int MethodNotAllowed = 405;

    /// <summary>A path that is not listed is not found.</summary>
    public static List<string> CheckPath(ApiDescription description, ApiAnswer answer) =>
        Check(description, answer, NotFound, "not-found");

    /// <summary>A method that a path does not have is answered with those that it has.</summary>
    public static List<string> CheckMethod(ApiDescription description, ApiAnswer answer) =>
    [
        .. answer.Method == "OPTIONS" && answer.Status == NoContent ? [] : Check(description, answer, MethodNotAllowed, "method-not-allowed"),
        .. answer.Headers.ContainsKey("Allow") ? Array.Empty<string>() : ["the header Allow is missing"],
    ];

    private static List<string> Check(ApiDescription description, ApiAnswer answer, int status, string type)
    {
        if (answer.Status != status)
        {
            return [$"the status {answer.Status} is not described: {answer.Method} {answer.Path} is not listed"];
        }

        // The headers are those of any problem.
        var anyProblem = description.Response("/api/health", "get", "500");
        var headers = description.CheckHeaders(anyProblem, answer).Where(error => error != "the header Allow is not described");
        return answer.IsHead
            ? [.. headers]
            : [
                .. headers,
                .. description.CheckValue(Problem, answer.Json()),
                .. answer.Json().GetProperty("type").GetString() == "urn:ingest:problem:" + type ? Array.Empty<string>() : [$"the type is not {type}"],
            ];
    }
}
