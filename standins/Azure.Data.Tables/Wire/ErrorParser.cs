using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Reads the service's error code and message: from its JSON, from the XML that its front end writes, or from the header.
/// </summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    /// <inheritdoc/>
    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = FromJson(response.Content) ?? FromXml(response.Content) ?? FromHeader(response);
        data = error is null ? null : Details(error.Message);
        return error is not null;
    }

    /// <summary>In a transaction the message starts with the index of the action that failed, and a colon.</summary>
    private static Dictionary<string, string> Details(string message)
    {
        var details = new Dictionary<string, string>();
        var digits = message is null ? 0 : message.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits > 0 && message[digits] == ':')
        {
            details[TableTransactionFailedException.FailedIndexKey] = message[..digits];
        }

        return details;
    }

    private static ResponseError FromJson(BinaryData body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("odata.error", out var error)
                && error.TryGetProperty("code", out var code))
            {
                var message = error.TryGetProperty("message", out var text) && text.TryGetProperty("value", out var value)
                    ? value.GetString()
                    : null;
                return new ResponseError(code.GetString(), message);
            }

            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ResponseError FromXml(BinaryData body)
    {
        try
        {
            var root = XDocument.Load(body.ToStream()).Root;
            string Child(string name) =>
                root.Elements().FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
            return Child("code") is { } code ? new ResponseError(code, Child("message")) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ResponseError FromHeader(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, null) : null;
}
