namespace Azure.Data.Tables.Wire;

/// <summary>What a storage connection string says of the table service.</summary>
/// <param name="Endpoint">Address of the service, without a signature.</param>
/// <param name="Account">Name of the account.</param>
/// <param name="Key">The account's key, or null.</param>
/// <param name="Sas">The shared access signature, or null.</param>
internal sealed record ConnectionString(Uri Endpoint, string Account, TableSharedKeyCredential Key, AzureSasCredential Sas)
{
    /// <summary>Account of the storage emulators.</summary>
    private const string EmulatorAccount = "devstoreaccount1";

    /// <summary>The emulators' key: public, the same everywhere, and good for nothing else.</summary>
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">The text names no table service, or is no connection string.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var settings = Settings(text);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator))
        {
            return emulator == "true"
                ? Emulator(settings.GetValueOrDefault("DevelopmentStorageProxyUri"))
                : throw new FormatException("UseDevelopmentStorage can only be 'true'.");
        }

        var account = settings.GetValueOrDefault("AccountName");
        var key = settings.GetValueOrDefault("AccountKey");
        var sas = settings.GetValueOrDefault("SharedAccessSignature");
        if (key is null == sas is null || (key is not null && account is null))
        {
            throw new FormatException(
                "The connection string needs AccountName and AccountKey, or SharedAccessSignature, and not both.");
        }

        var endpoint = settings.GetValueOrDefault("TableEndpoint") is { } given ? Address(given)
            : sas is null ? DefaultEndpoint(settings, account)
            : throw new FormatException("A connection string with SharedAccessSignature needs TableEndpoint.");

        return new(
            endpoint,
            account ?? AccountOf(endpoint),
            key is null ? null : new TableSharedKeyCredential(account, key),
            sas is null ? null : new AzureSasCredential(sas.TrimStart('?')));
    }

    /// <summary>The account an endpoint belongs to: the first label of the host, or the first folder for an emulator.</summary>
    public static string AccountOf(Uri endpoint)
    {
        var inPath = endpoint.HostNameType != UriHostNameType.Dns || endpoint.IsLoopback || !endpoint.Host.Contains('.');
        return inPath ? endpoint.AbsolutePath.Trim('/').Split('/')[0] : endpoint.Host.Split('.')[0];
    }

    private static Dictionary<string, string> Settings(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0 || !settings.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw new FormatException("Settings must be of the form \"name=value\", each name once.");
            }
        }

        return settings;
    }

    private static ConnectionString Emulator(string proxy)
    {
        var host = proxy is null ? new Uri("http://127.0.0.1") : Address(proxy);
        var endpoint = new UriBuilder(host.Scheme, host.Host, 10002, EmulatorAccount).Uri;
        return new(endpoint, EmulatorAccount, new TableSharedKeyCredential(EmulatorAccount, EmulatorKey), null);
    }

    private static Uri DefaultEndpoint(Dictionary<string, string> settings, string account)
    {
        var scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        return settings.TryGetValue("EndpointSuffix", out var suffix)
            ? Address($"{scheme}://{account}.table.{suffix}/")
            : throw new FormatException("A connection string with AccountKey needs TableEndpoint or EndpointSuffix.");
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException($"'{text}' is no address of a service.");
}
