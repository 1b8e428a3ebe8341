namespace Ingest.LocalStorage;

/// <summary>Azurite could not be installed or started; the message is one line that says what to do about it.</summary>
public sealed class AzuriteException : Exception
{
    /// <summary>Without a message.</summary>
    public AzuriteException()
    {
    }

    /// <param name="message">What is wrong, in one line.</param>
    public AzuriteException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="innerException">What it was found by.</param>
    public AzuriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
