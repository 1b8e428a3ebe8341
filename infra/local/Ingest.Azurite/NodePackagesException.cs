namespace Ingest.LocalStorage;

/// <summary>npm packages could not be installed; the message is one line that says what to do about it.</summary>
public sealed class NodePackagesException : Exception
{
    /// <summary>Without a message.</summary>
    public NodePackagesException()
    {
    }

    /// <param name="message">What is wrong, in one line.</param>
    public NodePackagesException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="innerException">What it was found by.</param>
    public NodePackagesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
