using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;

namespace Ingest.Dev.Films;

/// <summary>Reads all profiles from the running app, one a line, and goes on where a connection breaks off.</summary>
/// <param name="app">Where the app answers.</param>
/// <param name="key">Its function key; null for none.</param>
/// <param name="asLinkedData">Whether as movies of schema.org.</param>
/// <param name="progress">Told how far it has got, and of what goes wrong.</param>
internal sealed class FilmExport(Uri app, string? key, bool asLinkedData, IProgress<string> progress) : IDisposable
{
    // In a row, without a film in between.
    private const int MostFailures = 5;

    // Far longer than a line.
    private const int LargestLine = 64 << 20;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan ReportsEvery = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All })
    {
        BaseAddress = app,
        Timeout = Silence,
    };

    private string? _last;
    private DateTime _reported = DateTime.UtcNow;

    /// <summary>Profiles written so far.</summary>
    public long Films { get; private set; }

    /// <summary>Writes all profiles, each with the end of its line.</summary>
    /// <param name="output">Where to; only whole lines are written.</param>
    /// <param name="pause">How long to wait after the first failure; after each further one twice as long.</param>
    /// <exception cref="DevException">The app does not answer, not as expected, or breaks off again and again.</exception>
    public async Task WriteAsync(Stream output, TimeSpan pause, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            var before = Films;
            try
            {
                await ReadAsync(output, cancellation);

                // A server between may end cleanly what broke off behind it: only an empty answer is the end.
                if (Films == before)
                {
                    return;
                }

                failures = 0;
            }
            catch (Exception reason) when (IsPassing(reason) && !cancellation.IsCancellationRequested)
            {
                failures = Films > before ? 1 : failures + 1;
                if (Films == 0 && reason is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                {
                    throw new DevException(
                        ExitCode.Failed, $"the app does not answer at {app} ({reason.Message}); 'dotnet dev.cs up' starts it.");
                }

                if (failures == MostFailures)
                {
                    throw new DevException(ExitCode.Failed, $"the app at {app} broke off after {Films} films ({reason.Message}).");
                }

                progress.Report($"broken off after {Films} films ({reason.Message}); going on");
                await Task.Delay(pause * Math.Pow(2, failures - 1), cancellation);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsPassing(Exception reason) =>
        reason is HttpRequestException or IOException or InvalidDataException or OperationCanceledException;

    private async Task ReadAsync(Stream output, CancellationToken cancellation)
    {
        var after = _last is null ? "" : "?after=" + Uri.EscapeDataString(_last);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/films.jsonl" + after, UriKind.Relative));
        request.Headers.Add("x-functions-key", key);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(asLinkedData ? "application/ld+json" : "application/jsonl"));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        CheckStatus(response);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var reader = PipeReader.Create(body, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            await CopyLinesAsync(reader, output, cancellation);
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private void CheckStatus(HttpResponseMessage response)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK when response.Content.Headers.ContentType?.MediaType == "application/jsonl":
                return;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new DevException(ExitCode.Failed, $"{app} does not take the function key; give the right one with --key.");
            case >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests:
                throw new HttpRequestException($"it answered {(int)response.StatusCode}");
            default:
                throw new DevException(ExitCode.Failed, $"what answers at {app} gives no export: {(int)response.StatusCode}.");
        }
    }

    private async Task CopyLinesAsync(PipeReader reader, Stream output, CancellationToken cancellation)
    {
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            silence.CancelAfter(Silence);
            var read = await reader.ReadAsync(silence.Token);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, rest.GetPosition(1, end)).ToArray();
                _last = FilmLine.IdOf(line) ?? throw new DevException(ExitCode.Failed, $"what answers at {app} is not the app.");
                await WriteLineAsync(line, output, cancellation);
                Films++;
                rest = rest.Slice(line.Length);
            }

            reader.AdvanceTo(rest.Start, rest.End);
            Report();
            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                {
                    throw new IOException("a line is cut");
                }

                return;
            }

            if (rest.Length > LargestLine)
            {
                throw new DevException(ExitCode.Failed, $"what answers at {app} is not the app.");
            }
        }
    }

    // What is wrong with the output is no reason to ask the app again.
    private static async Task WriteLineAsync(byte[] line, Stream output, CancellationToken cancellation)
    {
        try
        {
            await output.WriteAsync(line, cancellation);
        }
        catch (IOException reason)
        {
            throw new DevException(ExitCode.Failed, $"the films cannot be written: {reason.Message}");
        }
    }

    private void Report()
    {
        if (DateTime.UtcNow - _reported > ReportsEvery)
        {
            _reported = DateTime.UtcNow;
            progress.Report($"{Films} films");
        }
    }
}
