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

    /// <summary>The key of the settings, or else the one kept in a folder, generated when there is none yet.</summary>
    public static FunctionKey Find(string? setting, string folder)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return new FunctionKey(setting.Trim());
        }

        var file = Path.Combine(folder, "function-key");
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } kept)
        {
            return new FunctionKey(kept);
        }

        Directory.CreateDirectory(folder);
        var generated = new FunctionKey(RandomNumberGenerator.GetHexString(40, lowercase: true));
        Write(file, generated.Value);
        return generated;
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
        stream.Write(Encoding.ASCII.GetBytes(key + "\n"));
    }
}
