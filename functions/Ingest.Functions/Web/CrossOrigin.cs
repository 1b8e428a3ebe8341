using Ingest.Functions.Ingestion;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Web;

/// <summary>Which other sites' scripts may use the API: none, unless settings name some.</summary>
internal sealed class CrossOrigin(ICorsService cors, IOptions<IngestOptions> options)
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(1);

    private readonly CorsPolicy? policy = PolicyOf(options.Value.CorsOrigins);

    /// <summary>Writes what a browser needs to know, for a request and for what it asks beforehand, to the response.</summary>
    public void Apply(HttpContext context)
    {
        if (policy is null)
        {
            return;
        }

        cors.ApplyResult(cors.EvaluatePolicy(context, policy), context.Response);
        if (!policy.AllowAnyOrigin)
        {
            // Also where no origin is named, or one that is not allowed: the answer would differ for another.
            context.Response.Headers.Vary = "Origin";
        }
    }

    private static CorsPolicy? PolicyOf(string[] origins) => origins.Length == 0
        ? null
        : new CorsPolicyBuilder(origins)
            .WithMethods("GET", "HEAD", "PUT", "DELETE")
            .WithHeaders("Accept", "Content-Type", "If-Match", "If-None-Match", "x-functions-key")
            .WithExposedHeaders("Allow", "ETag", "Location", "Retry-After")
            .SetPreflightMaxAge(PreflightAge)
            .Build();
}
