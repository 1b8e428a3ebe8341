using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Options of the clients: retries, transport and diagnostics as in every client of Azure.Core.</summary>
public class TableClientOptions : ClientOptions
{
    /// <param name="serviceVersion">Version of the service's protocol to speak.</param>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionHeader = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
        foreach (var name in (string[])["$format", "$filter", "$top", "$select"])
        {
            Diagnostics.LoggedQueryParameters.Add(name);
        }

        foreach (var name in (string[])["x-ms-version", "DataServiceVersion", "Prefer", "Preference-Applied"])
        {
            Diagnostics.LoggedHeaderNames.Add(name);
        }
    }

    /// <summary>Whom a token credential's token is for; null means the public cloud.</summary>
    public TableAudience? Audience { get; set; }

    internal string VersionHeader { get; }

    /// <summary>Versions of the service's protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }
}
