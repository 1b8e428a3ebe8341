using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Local.Tests.Hosted;

/// <summary>Functions with HTTP triggers; internal as the app's are.</summary>
internal sealed class HttpFunctions(Journal journal)
{
    [Function("Echo")]
    public static IActionResult Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "echo/{*name}")] HttpRequest request, string name) =>
        new OkObjectResult(new { name, query = request.Query["q"].ToString() });

    [Function("Square")]
    public static Task<IActionResult> Square(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "squares/{number}")] HttpRequest request, int number) =>
        Task.FromResult<IActionResult>(new ContentResult { Content = (number * number).ToString(CultureInfo.InvariantCulture) });

    [Function("Guarded")]
    public static async Task<IActionResult> Guarded(
        [HttpTrigger(AuthorizationLevel.Function, "put", "delete", Route = "guarded/{*name}")] HttpRequest request,
        string name,
        CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return new ObjectResult(new { name, length = body.Length }) { StatusCode = StatusCodes.Status202Accepted };
    }

    [Function("Page")]
    public static IActionResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "/")] HttpRequest request) =>
        new FileContentResult("<p>home</p>"u8.ToArray(), "text/html; charset=utf-8");

    [Function("Moved")]
    public static IResult Moved([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "moved")] HttpContext context) =>
        Results.Redirect("/echo/there", permanent: true);

    [Function("Broken")]
    public static IActionResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
        throw new InvalidOperationException("a secret of the inside");

    [Function("Off")]
    public static IActionResult Off([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "off")] HttpRequest request) =>
        new OkResult();

    [Function("Slow")]
    public async Task<IActionResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request)
    {
        journal.Write("slow began");
        await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
        return new OkObjectResult("finished");
    }
}
