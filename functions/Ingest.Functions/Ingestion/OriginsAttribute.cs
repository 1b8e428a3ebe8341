using System.ComponentModel.DataAnnotations;

namespace Ingest.Functions.Ingestion;

/// <summary>Values that are origins as browsers write them, scheme and host and nothing else, or <c>*</c> alone.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OriginsAttribute() : ValidationAttribute("{0} takes origins such as https://example.com, or * alone.")
{
    public override bool IsValid(object? value) => value is string[] origins && origins.All(IsOrigin)
        && (origins.Length == 1 || !origins.Contains("*"));

    private static bool IsOrigin(string origin) => origin == "*"
        || (Uri.TryCreate(origin, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase));
}
