using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Adds the shared access signature to each try of a request; the credential's signature may change between tries.</summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        if (!message.TryGetProperty(nameof(SasPolicy), out var unsigned))
        {
            unsigned = message.Request.Uri.Query;
            message.SetProperty(nameof(SasPolicy), unsigned);
        }

        var query = ((string)unsigned).TrimStart('?');
        var signature = credential.Signature.TrimStart('?');
        message.Request.Uri.Query = query.Length == 0 ? $"?{signature}" : $"?{query}&{signature}";
    }
}
