using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table and its rows. Thread-safe.</summary>
/// <remarks>Refusals of the service are thrown as <see cref="RequestFailedException"/>, with its status and error code.</remarks>
public class TableClient
{
    private readonly TableEndpoint _service;

    /// <summary>For deriving test doubles only.</summary>
    protected TableClient()
    {
    }

    /// <param name="connectionString">A storage connection string, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="tableName">Name of the table.</param>
    /// <exception cref="FormatException">The text is no such string.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <param name="connectionString">A storage connection string, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="tableName">Name of the table.</param>
    /// <param name="options">Options, or null.</param>
    /// <exception cref="FormatException">The text is no such string.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableEndpoint.FromConnectionString(connectionString, options), tableName)
    {
    }

    /// <param name="endpoint">Address of the table.</param>
    /// <param name="credential">A shared access signature, sent over https or to this machine only.</param>
    /// <param name="options">Options, or null.</param>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = null)
        : this(TableEndpoint.WithSas(endpoint, credential, options))
    {
    }

    /// <param name="endpoint">Address of the table with a shared access signature as its query.</param>
    /// <param name="options">Options, or null.</param>
    public TableClient(Uri endpoint, TableClientOptions options = null)
        : this(TableEndpoint.WithSignedUri(endpoint, options))
    {
    }

    /// <param name="endpoint">Address of the table service, or of the table; https.</param>
    /// <param name="tableName">Name of the table.</param>
    /// <param name="tokenCredential">Gives tokens for <see cref="TableClientOptions.Audience"/>.</param>
    /// <param name="options">Options, or null.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableEndpoint.WithToken(ServiceOf(endpoint, tableName), tokenCredential, options), tableName)
    {
    }

    /// <param name="endpoint">Address of the table service, or of the table.</param>
    /// <param name="tableName">Name of the table.</param>
    /// <param name="credential">The account's name and key.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <param name="endpoint">Address of the table service, or of the table.</param>
    /// <param name="tableName">Name of the table.</param>
    /// <param name="credential">The account's name and key.</param>
    /// <param name="options">Options, or null.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TableEndpoint.WithSharedKey(ServiceOf(endpoint, tableName), credential, options), tableName)
    {
    }

    internal TableClient(TableEndpoint service, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _service = service;
        Name = tableName;
    }

    /// <summary>For an endpoint whose address ends with the table's name.</summary>
    private TableClient(TableEndpoint table)
    {
        Name = table.Uri.Segments[^1].Trim('/');
        _service = table.Under(ServiceOf(table.Uri, Name));
        if (Name.Length == 0)
        {
            throw new ArgumentException("The address names no table.");
        }
    }

    /// <summary>Name of the account.</summary>
    public virtual string AccountName => _service.Account;

    /// <summary>Name of the table.</summary>
    public virtual string Name { get; }

    /// <summary>Address of the table.</summary>
    public virtual Uri Uri => _service.UriOf(Name);

    /// <summary>A filter of which every interpolated value becomes a literal of the filter language.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Filter(filter);

    /// <summary>A filter from a lambda that compares properties with values; null when it lets every row pass.</summary>
    /// <exception cref="NotSupportedException">The service cannot filter by such an expression.</exception>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => LinqFilter.Of(filter);

    /// <summary>Creates the table; 409 TableAlreadyExists where there is one.</summary>
    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        _service.CreateTable(Name, orExisting: false, async: false, cancellationToken).Completed();

    /// <inheritdoc cref="Create"/>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        await _service.CreateTable(Name, orExisting: false, async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Creates the table unless there is one; the raw response then has status 409.</summary>
    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        _service.CreateTable(Name, orExisting: true, async: false, cancellationToken).Completed();

    /// <inheritdoc cref="CreateIfNotExists"/>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        await _service.CreateTable(Name, orExisting: true, async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes the table with all its rows; a response of status 404 where there is none.</summary>
    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        _service.DeleteTable(Name, async: false, cancellationToken).Completed();

    /// <inheritdoc cref="Delete"/>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        await _service.DeleteTable(Name, async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Inserts a row; 409 EntityAlreadyExists where there is one. The response has the row's ETag.</summary>
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _service.Change(Name, new(TableTransactionActionType.Add, entity), async: false, cancellationToken).Completed();

    /// <inheritdoc cref="AddEntity"/>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await _service.Change(Name, new(TableTransactionActionType.Add, entity), async: true, cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Writes a row whether or not there is one. The response has the row's ETag.</summary>
    public virtual Response UpsertEntity<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _service.Change(Name, new(Upsert(mode), entity), async: false, cancellationToken).Completed();

    /// <inheritdoc cref="UpsertEntity"/>
    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await _service.Change(Name, new(Upsert(mode), entity), async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Updates a row of the given version, or of any with <see cref="ETag.All"/>; 412 UpdateConditionNotSatisfied
    /// when it has another, 404 when there is none. The response has the row's new ETag.</summary>
    /// <exception cref="ArgumentException">No version is given.</exception>
    public virtual Response UpdateEntity<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _service.Change(Name, Update(entity, ifMatch, mode), async: false, cancellationToken).Completed();

    /// <inheritdoc cref="UpdateEntity"/>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await _service.Change(Name, Update(entity, ifMatch, mode), async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes a row of the given version, or of any by default; 412 when it has another, and a response of status
    /// 404 (no exception) when there is none.</summary>
    public virtual Response DeleteEntity(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _service.Change(Name, Deletion(partitionKey, rowKey, ifMatch), async: false, cancellationToken).Completed();

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntity(entity?.PartitionKey, entity?.RowKey, ifMatch, cancellationToken);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        await _service.Change(Name, Deletion(partitionKey, rowKey, ifMatch), async: true, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity?.PartitionKey, entity?.RowKey, ifMatch, cancellationToken);

    /// <summary>Reads a row; 404 ResourceNotFound when there is none.</summary>
    /// <param name="partitionKey">First part of its key.</param>
    /// <param name="rowKey">Second part of its key.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Response<T> GetEntity<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (entity, response) = _service
            .GetEntity<T>(Name, partitionKey, rowKey, Joined(select), orNone: false, async: false, cancellationToken).Completed();
        return Response.FromValue(entity, response);
    }

    /// <inheritdoc cref="GetEntity"/>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (entity, response) = await _service
            .GetEntity<T>(Name, partitionKey, rowKey, Joined(select), orNone: false, async: true, cancellationToken)
            .ConfigureAwait(false);
        return Response.FromValue(entity, response);
    }

    /// <summary>Reads a row; a response without a value when there is none.</summary>
    /// <param name="partitionKey">First part of its key.</param>
    /// <param name="rowKey">Second part of its key.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (entity, response) = _service
            .GetEntity<T>(Name, partitionKey, rowKey, Joined(select), orNone: true, async: false, cancellationToken).Completed();
        return new MaybeEntity<T>(entity, response);
    }

    /// <inheritdoc cref="GetEntityIfExists"/>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (entity, response) = await _service
            .GetEntity<T>(Name, partitionKey, rowKey, Joined(select), orNone: true, async: true, cancellationToken)
            .ConfigureAwait(false);
        return new MaybeEntity<T>(entity, response);
    }

    /// <summary>The rows that a filter selects, in the order of their keys, page by page as they are enumerated.</summary>
    /// <param name="filter">See <see cref="CreateQueryFilter(FormattableString)"/>; null for all rows.</param>
    /// <param name="maxPerPage">Rows per request, 1 to 1,000.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Pageable<T> Query<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>(Fetcher<T>(filter, select), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual Pageable<T> Query<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Query<T>(LinqFilter.Of(filter), maxPerPage, select, cancellationToken);

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new AsyncPages<T>(Fetcher<T>(filter, select), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(LinqFilter.Of(filter), maxPerPage, select, cancellationToken);

    /// <summary>Does all actions or none. Up to 100, all of one partition, each row once.</summary>
    /// <returns>One response per action, in order.</returns>
    /// <exception cref="TableTransactionFailedException">One action failed; nothing was written.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        _service.Submit(Name, transactionActions, async: false, cancellationToken).Completed();

    /// <inheritdoc cref="SubmitTransaction"/>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        await _service.Submit(Name, transactionActions, async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>The address of the service: without the table's name, should it end with it.</summary>
    private static Uri ServiceOf(Uri endpoint, string tableName)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var address = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var end = $"/{tableName}";
        return endpoint.AbsolutePath.Length > 1 && address.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            ? new Uri(address[..^end.Length])
            : endpoint;
    }

    private static TableTransactionActionType Upsert(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => TableTransactionActionType.UpsertMerge,
        TableUpdateMode.Replace => TableTransactionActionType.UpsertReplace,
        _ => throw new ArgumentException($"There is no update mode {mode}.", nameof(mode)),
    };

    private static TableTransactionAction Update(ITableEntity entity, ETag ifMatch, TableUpdateMode mode)
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("An update needs the row's version, or ETag.All.", nameof(ifMatch));
        }

        return mode switch
        {
            TableUpdateMode.Merge => new(TableTransactionActionType.UpdateMerge, entity, ifMatch),
            TableUpdateMode.Replace => new(TableTransactionActionType.UpdateReplace, entity, ifMatch),
            _ => throw new ArgumentException($"There is no update mode {mode}.", nameof(mode)),
        };
    }

    private static TableTransactionAction Deletion(string partitionKey, string rowKey, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return new(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ifMatch);
    }

    private static string Joined(IEnumerable<string> select) => select is null ? null : string.Join(',', select);

    private PageFetcher<T> Fetcher<T>(string filter, IEnumerable<string> select)
        where T : class, ITableEntity
    {
        var selected = Joined(select);
        return (continuation, pageSize, async, cancellation) =>
            _service.QueryEntities<T>(Name, filter, selected, continuation, pageSize, async, cancellation);
    }

    /// <summary>A row, or the word that there is none.</summary>
    private sealed class MaybeEntity<T>(T entity, Response response) : NullableResponse<T>
    {
        public override bool HasValue => entity is not null;

        public override T Value => entity ?? throw new InvalidOperationException(
            $"The row does not exist (status {response.Status}).");

        public override Response GetRawResponse() => response;
    }
}
