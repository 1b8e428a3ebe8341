using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>One account's table service: builds its requests, sends them, and turns refusals into exceptions.</summary>
/// <remarks>Each operation has one body for both ways of calling: with <c>async</c> false it completes synchronously.</remarks>
internal sealed class TableEndpoint
{
    private readonly HttpPipeline _pipeline;
    private readonly string _version;
    private readonly string _root;

    private TableEndpoint(Uri uri, string account, TableClientOptions options, HttpPipelinePolicy authentication)
    {
        options ??= new TableClientOptions();
        Uri = uri;
        Account = account;
        _root = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _version = options.VersionHeader;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new ErrorParser(),
        });
    }

    /// <summary>Address of the service, without a signature.</summary>
    public Uri Uri { get; }

    /// <summary>Name of the account.</summary>
    public string Account { get; }

    public static TableEndpoint FromConnectionString(string text, TableClientOptions options)
    {
        var parsed = ConnectionString.Parse(text);
        HttpPipelinePolicy policy = parsed.Key is { } key ? new SharedKeyPolicy(key) : new SasPolicy(parsed.Sas);
        return new(parsed.Endpoint, parsed.Account, options, policy);
    }

    public static TableEndpoint WithSharedKey(Uri uri, TableSharedKeyCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(credential);
        return new(uri, credential.AccountName, options, new SharedKeyPolicy(credential));
    }

    public static TableEndpoint WithSas(Uri uri, AzureSasCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(credential);
        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
        {
            throw new ArgumentException("A shared access signature is sent over https only.", nameof(uri));
        }

        return uri.Query.Contains("sig=", StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentException("The address already has a signature; give the credential or the signed address.", nameof(uri))
            : new(uri, ConnectionString.AccountOf(uri), options, new SasPolicy(credential));
    }

    /// <summary>For an address that carries its signature as a query.</summary>
    public static TableEndpoint WithSignedUri(Uri uri, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return uri.Query.Length > 1
            ? WithSas(new Uri(uri.GetLeftPart(UriPartial.Path)), new AzureSasCredential(uri.Query[1..]), options)
            : throw new ArgumentException("The address has no shared access signature.", nameof(uri));
    }

    public static TableEndpoint WithToken(Uri uri, TokenCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(credential);
        var cosmos = uri.Host.Contains(".table.cosmos", StringComparison.OrdinalIgnoreCase);
        var scope = (options?.Audience ?? TableAudience.AzurePublicCloud).Scope(cosmos);
        return new(uri, ConnectionString.AccountOf(uri), options, new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>The same service, for an address whose last folder was the table's name.</summary>
    public TableEndpoint Under(Uri uri) => new(uri, this);

    private TableEndpoint(Uri uri, TableEndpoint other)
    {
        Uri = uri;
        Account = other.Account;
        _root = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _version = other._version;
        _pipeline = other._pipeline;
    }

    public Uri UriOf(string table) => new($"{_root}/{table}");

    public async ValueTask<Response<TableItem>> CreateTable(string table, bool orExisting, bool async, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table });
        using var message = Message(RequestMethod.Post, "Tables", body);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        var response = await Send(message, async, cancellation, orExisting ? 409 : null).ConfigureAwait(false);
        if (response.Status == 409 && new RequestFailedException(response) is var conflict
            && conflict.ErrorCode != TableErrorCode.TableAlreadyExists)
        {
            throw conflict;
        }

        return Response.FromValue(new TableItem(table), response);
    }

    public async ValueTask<Response> DeleteTable(string table, bool async, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        using var message = Message(RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(table)}')");
        return await Send(message, async, cancellation, 404).ConfigureAwait(false);
    }

    public async ValueTask<Page<TableItem>> QueryTables(
        string filter, string continuation, int? pageSize, bool async, CancellationToken cancellation)
    {
        using var message = Message(
            RequestMethod.Get,
            "Tables",
            query: [("$filter", filter), ("$top", Invariant(pageSize)), ("NextTableName", continuation)]);
        var response = await Send(message, async, cancellation).ConfigureAwait(false);
        using var json = JsonDocument.Parse(response.Content);
        var tables = json.RootElement.GetProperty("value").EnumerateArray()
            .Select(table => new TableItem(table.GetProperty("TableName").GetString())).ToList();
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
        return Page<TableItem>.FromValues(tables, next, response);
    }

    public async ValueTask<Page<T>> QueryEntities<T>(
        string table, string filter, string select, string continuation, int? pageSize, bool async, CancellationToken cancellation)
        where T : class, ITableEntity
    {
        var (nextPartition, nextRow) = Continuation.Parse(continuation);
        using var message = Message(
            RequestMethod.Get,
            $"{table}()",
            query:
            [
                ("$filter", filter), ("$select", select), ("$top", Invariant(pageSize)),
                ("NextPartitionKey", nextPartition), ("NextRowKey", nextRow),
            ]);
        var response = await Send(message, async, cancellation).ConfigureAwait(false);
        using var json = JsonDocument.Parse(response.Content);
        var entities = json.RootElement.GetProperty("value").EnumerateArray().Select(EntityJson.Read<T>).ToList();
        return Page<T>.FromValues(entities, Continuation.Of(response), response);
    }

    /// <summary>The row, or null with a 404 response where <paramref name="orNone"/> allows it.</summary>
    public async ValueTask<(T Entity, Response Response)> GetEntity<T>(
        string table, string partitionKey, string rowKey, string select, bool orNone, bool async, CancellationToken cancellation)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        using var message = Message(RequestMethod.Get, Row(table, partitionKey, rowKey), query: [("$select", select)]);
        var response = await Send(message, async, cancellation, orNone ? 404 : null).ConfigureAwait(false);
        if (response.Status == 404)
        {
            return (null, response);
        }

        using var json = JsonDocument.Parse(response.Content);
        return (EntityJson.Read<T>(json.RootElement), response);
    }

    public async ValueTask<Response> Change(string table, TableTransactionAction action, bool async, CancellationToken cancellation)
    {
        using var message = ChangeMessage(table, action);
        var missingIsFine = action.ActionType == TableTransactionActionType.Delete;
        return await Send(message, async, cancellation, missingIsFine ? 404 : null).ConfigureAwait(false);
    }

    public async ValueTask<Response<IReadOnlyList<Response>>> Submit(
        string table, IEnumerable<TableTransactionAction> actions, bool async, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var parts = actions.Select(action => ChangeMessage(table, action)).ToList();
        if (parts.Count == 0)
        {
            throw new InvalidOperationException("A transaction has at least one action.");
        }

        var boundary = $"batch_{Guid.NewGuid():D}";
        using var message = Message(RequestMethod.Post, "$batch", BatchRequest.Write(boundary, parts.Select(part => part.Request)));
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary={boundary}");
        parts.ForEach(part => part.Dispose());
        var response = await Send(message, async, cancellation).ConfigureAwait(false);
        var answers = BatchResponse.Read(response, message.Request.ClientRequestId);
        foreach (var answer in answers.Where(answer => answer.IsError))
        {
            throw new TableTransactionFailedException(new RequestFailedException(answer, null, new ErrorParser()));
        }

        return Response.FromValue(answers, response);
    }

    private static string Row(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey={Key(partitionKey)},RowKey={Key(rowKey)})";

    private static string Key(string key) => $"'{Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal))}'";

    private static string Invariant(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private HttpMessage ChangeMessage(string table, TableTransactionAction action)
    {
        var entity = action.Entity;
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
        if (action.ActionType == TableTransactionActionType.Add)
        {
            var insert = Message(RequestMethod.Post, table, EntityJson.Write(entity));
            insert.Request.Headers.SetValue("Prefer", "return-no-content");
            return insert;
        }

        var row = Row(table, entity.PartitionKey, entity.RowKey);
        var message = action.ActionType switch
        {
            TableTransactionActionType.Delete => Message(RequestMethod.Delete, row),
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace =>
                Message(RequestMethod.Put, row, EntityJson.Write(entity)),
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge =>
                Message(RequestMethod.Patch, row, EntityJson.Write(entity)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.ActionType, "Unknown action."),
        };
        var etag = action.ActionType switch
        {
            TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpsertReplace => default,
            TableTransactionActionType.Delete when action.ETag == default => ETag.All,
            _ => action.ETag,
        };
        if (etag != default)
        {
            message.Request.Headers.SetValue("If-Match", etag.ToString());
        }

        return message;
    }

    private HttpMessage Message(
        RequestMethod method, string path, byte[] body = null, params ReadOnlySpan<(string Name, string Value)> query)
    {
        var address = new System.Text.StringBuilder($"{_root}/{path}");
        var mark = '?';
        foreach (var (name, value) in query)
        {
            if (value is not null)
            {
                address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }
        }

        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address.ToString()));
        message.Request.Headers.SetValue("x-ms-version", _version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        if (body is not null)
        {
            message.Request.Headers.SetValue("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(body);
        }

        return message;
    }

    /// <summary>Sends; an error status throws, except the one that the caller expects.</summary>
    private async ValueTask<Response> Send(HttpMessage message, bool async, CancellationToken cancellation, int? expected = null)
    {
        if (expected is { } status)
        {
            message.ResponseClassifier = new StatusCodeClassifierAllowing(status);
        }

        if (async)
        {
            await _pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        }
        else
        {
            _pipeline.Send(message, cancellation);
        }

        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }

    /// <summary>The usual classification, in which one more status is no error.</summary>
    private sealed class StatusCodeClassifierAllowing(int status) : ResponseClassifier
    {
        public override bool IsErrorResponse(HttpMessage message) =>
            message.Response.Status != status && base.IsErrorResponse(message);
    }
}
