using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>An account's name and key. The key can be replaced while clients use it.</summary>
public class TableSharedKeyCredential
{
    private volatile byte[] _key;

    /// <param name="accountName">Name of the account.</param>
    /// <param name="accountKey">Its key, in base 64.</param>
    /// <exception cref="FormatException">The key is not base 64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    /// <summary>Name of the account.</summary>
    public string AccountName { get; }

    /// <summary>Signs from now on with another key, in base 64.</summary>
    public void SetAccountKey(string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        _key = Convert.FromBase64String(accountKey);
    }

    /// <summary>HMAC-SHA256 of the text under the key, in base 64.</summary>
    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
