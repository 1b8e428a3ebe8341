using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Signs each try of a request with the account's key, by the table service's Shared Key scheme.</summary>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue(
            "Authorization",
            $"SharedKey {credential.AccountName}:{credential.Sign(StringToSign(request, date))}");
    }

    /// <summary>Method, Content-MD5, Content-Type, date and resource, a line each.</summary>
    private string StringToSign(Request request, string date) => string.Join(
        '\n',
        request.Method.Method,
        request.Headers.TryGetValue("Content-MD5", out var md5) ? md5 : "",
        request.Headers.TryGetValue("Content-Type", out var type) ? type : "",
        date,
        $"/{credential.AccountName}{request.Uri.ToUri().AbsolutePath}");
}
