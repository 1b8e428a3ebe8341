namespace Ingest.LoadBench.Ingesting;

/// <summary>A request to storage as it was sent, and the status that it was answered with; 0 for none.</summary>
/// <param name="Service">0 the blob service, 1 the table service.</param>
/// <param name="Method">GET, PUT and so on.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">All headers that the client set, the signature too.</param>
/// <param name="Body">Empty for none.</param>
/// <param name="Status">What came back.</param>
internal sealed record RecordedRequest(
    byte Service, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, int Status)
{
    /// <summary>Whether it has a body, be it an empty one.</summary>
    public bool HasBody => Body.Length > 0 || Method is "PUT" or "POST" or "MERGE" or "PATCH";

    public void Write(BinaryWriter log)
    {
        log.Write(Service);
        log.Write(Method);
        log.Write(Target);
        log.Write(Headers.Count);
        foreach (var (name, value) in Headers)
        {
            log.Write(name);
            log.Write(value);
        }

        log.Write(Body.Length);
        log.Write(Body);
        log.Write(Status);
    }

    public static RecordedRequest Read(BinaryReader log)
    {
        var (service, method, target) = (log.ReadByte(), log.ReadString(), log.ReadString());
        var headers = new (string, string)[log.ReadInt32()];
        for (var at = 0; at < headers.Length; at++)
        {
            headers[at] = (log.ReadString(), log.ReadString());
        }

        return new(service, method, target, headers, log.ReadBytes(log.ReadInt32()), log.ReadInt32());
    }
}
