using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ingest.Local.Http;

/// <summary>What a route's parameter stands for in a request.</summary>
internal static class RouteValue
{
    private const string EncodedSlash = "%2F";

    /// <summary>The parameter's value, decoded, as its type; the type's default when the request leaves it out.</summary>
    /// <exception cref="BadHttpRequestException">The value is none of the type.</exception>
    public static object? Read(HttpRequest request, string name, Type type)
    {
        if (request.RouteValues.GetValueOrDefault(name) is not string value)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        try
        {
            var decoded = Decode(request, value);
            return type == typeof(string) ? decoded : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(decoded);
        }
        catch (Exception reason) when (reason is ArgumentException or FormatException or NotSupportedException)
        {
            throw new BadHttpRequestException(
                string.Create(CultureInfo.InvariantCulture, $"'{value}' is no {type.Name} for {name}."), reason);
        }
    }

    // The server decodes everything but %2F, so that a decoded value with %2F in it may have been sent as %2F (a slash) or
    // as %252F (those three characters). Only the raw target tells.
    private static string Decode(HttpRequest request, string value)
    {
        if (!value.Contains(EncodedSlash, StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var segments = raw.Split('?', 2)[0].Split('/');
        for (var from = 0; from < segments.Length; from++)
        {
            for (var to = segments.Length; to > from; to--)
            {
                var sent = string.Join('/', segments[from..to]);
                if (DecodeAllButSlashes(sent) == value)
                {
                    return Uri.UnescapeDataString(sent);
                }
            }
        }

        return value;
    }

    private static string DecodeAllButSlashes(string sent) =>
        string.Join("%2F", sent.Split("%2F").Select(part => string.Join("%2f", part.Split("%2f").Select(Uri.UnescapeDataString))));
}
