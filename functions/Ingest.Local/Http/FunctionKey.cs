using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Http;

/// <summary>The key that functions of level "function" ask for.</summary>
internal sealed class FunctionKey
{
    public const string Setting = "FunctionKey";
    public const string Header = "x-functions-key";
    public const string Query = "code";

    private readonly byte[] _hash;

    private FunctionKey(string value)
    {
        Value = value;
        _hash = HashOf(value);
    }

    public string Value { get; }

    /// <summary>
    /// The key of the settings, or else the one kept in a folder, or else a new one. It is kept in the folder in each case,
    /// where tools of the same user find it.
    /// </summary>
    public static FunctionKey Find(string? setting, string folder)
    {
        var file = Path.Combine(folder, "function-key");
        var kept = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        var wanted = setting?.Trim() is { Length: > 0 } set ? set
            : kept.Length > 0 ? kept
            : RandomNumberGenerator.GetHexString(40, lowercase: true);
        if (wanted != kept)
        {
            Directory.CreateDirectory(folder);
            Write(file, wanted);
        }

        return new FunctionKey(wanted);
    }

    /// <summary>Whether a request carries this key; takes the same time whatever it carries.</summary>
    public bool IsCarriedBy(HttpRequest request)
    {
        var carried = request.Headers[Header].FirstOrDefault() ?? request.Query[Query].FirstOrDefault() ?? "";
        return CryptographicOperations.FixedTimeEquals(HashOf(carried), _hash);
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static void Write(string file, string key)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(Encoding.UTF8.GetBytes(key + "\n"));
    }
}
