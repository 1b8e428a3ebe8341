using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>The tables of one account. Thread-safe.</summary>
/// <remarks>Refusals of the service are thrown as <see cref="RequestFailedException"/>, with its status and error code.</remarks>
public class TableServiceClient
{
    private readonly TableEndpoint _service;

    /// <summary>For deriving test doubles only.</summary>
    protected TableServiceClient()
    {
    }

    /// <param name="connectionString">A storage connection string, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <exception cref="FormatException">The text is no such string.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <param name="connectionString">A storage connection string, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">Options, or null.</param>
    /// <exception cref="FormatException">The text is no such string.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null) =>
        _service = TableEndpoint.FromConnectionString(connectionString, options);

    /// <param name="endpoint">Address of the table service.</param>
    /// <param name="credential">A shared access signature, sent over https or to this machine only.</param>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <param name="endpoint">Address of the table service.</param>
    /// <param name="credential">A shared access signature, sent over https or to this machine only.</param>
    /// <param name="options">Options, or null.</param>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = null) =>
        _service = TableEndpoint.WithSas(endpoint, credential, options);

    /// <param name="endpoint">Address of the table service, https.</param>
    /// <param name="tokenCredential">Gives tokens for <see cref="TableClientOptions.Audience"/>.</param>
    /// <param name="options">Options, or null.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        _service = TableEndpoint.WithToken(endpoint, tokenCredential, options);

    /// <param name="endpoint">Address of the table service with a shared access signature as its query.</param>
    /// <param name="options">Options, or null.</param>
    public TableServiceClient(Uri endpoint, TableClientOptions options = null) =>
        _service = TableEndpoint.WithSignedUri(endpoint, options);

    /// <param name="endpoint">Address of the table service.</param>
    /// <param name="credential">The account's name and key.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <param name="endpoint">Address of the table service.</param>
    /// <param name="credential">The account's name and key.</param>
    /// <param name="options">Options, or null.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _service = TableEndpoint.WithSharedKey(endpoint, credential, options);

    /// <summary>Name of the account.</summary>
    public virtual string AccountName => _service.Account;

    /// <summary>Address of the table service.</summary>
    public virtual Uri Uri => _service.Uri;

    /// <summary>A filter of which every interpolated value becomes a literal of the filter language.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Filter(filter);

    /// <summary>A filter from a lambda that compares the table's name; null when it lets every table pass.</summary>
    /// <exception cref="NotSupportedException">The service cannot filter by such an expression.</exception>
    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => LinqFilter.Of(filter);

    /// <summary>A client for one table, which need not exist. No request is sent.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_service, tableName);

    /// <summary>Creates a table; 409 TableAlreadyExists where there is one.</summary>
    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        _service.CreateTable(tableName, orExisting: false, async: false, cancellationToken).Completed();

    /// <inheritdoc cref="CreateTable"/>
    public virtual async Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        await _service.CreateTable(tableName, orExisting: false, async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Creates a table unless there is one; the raw response then has status 409.</summary>
    public virtual Response<TableItem> CreateTableIfNotExists(string tableName, CancellationToken cancellationToken = default) =>
        _service.CreateTable(tableName, orExisting: true, async: false, cancellationToken).Completed();

    /// <inheritdoc cref="CreateTableIfNotExists"/>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        await _service.CreateTable(tableName, orExisting: true, async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes a table with all its rows; a response of status 404 where there is none.</summary>
    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        _service.DeleteTable(tableName, async: false, cancellationToken).Completed();

    /// <inheritdoc cref="DeleteTable"/>
    public virtual async Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        await _service.DeleteTable(tableName, async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>The tables that a filter over TableName selects; all for null.</summary>
    public virtual Pageable<TableItem> Query(
        string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>(Fetcher(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual Pageable<TableItem> Query(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual Pageable<TableItem> Query(
        Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(LinqFilter.Of(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new AsyncPages<TableItem>(Fetcher(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(LinqFilter.Of(filter), maxPerPage, cancellationToken);

    private PageFetcher<TableItem> Fetcher(string filter) => (continuation, pageSize, async, cancellation) =>
        _service.QueryTables(filter, continuation, pageSize, async, cancellation);
}
